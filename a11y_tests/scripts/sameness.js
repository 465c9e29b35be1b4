// The parts that come back on every page: their links in order, and where people are offered help.
const [help] = arguments;
const plain = text => tidy(text).toLocaleLowerCase().normalize("NFKC").replace(/[\d\p{P}\p{S}]+/gu, " ").replace(/\s+/g, " ").trim();
const helps = new Set(help.map(plain));
const role = el => el.getAttribute("role") || { NAV: "navigation", FOOTER: "contentinfo", HEADER: "banner" }[el.tagName];
const called = el => {
  const by = (el.getAttribute("aria-labelledby") || "").split(/\s+/).map(id => document.getElementById(id)?.textContent || "").join(" ");
  return plain(by) || plain(el.getAttribute("aria-label"));
};
const blocks = $$("nav, [role=navigation], footer, [role=contentinfo], header, [role=banner]").filter(el => shown(el) && !el.closest("main, article, dialog"));
return { locale: document.documentElement.lang, blocks: blocks.map(block => ({
  role: role(block), name: called(block),
  links: $$("a[href]", block).filter(a => shown(a) && a.closest("nav, [role=navigation], footer, [role=contentinfo], header, [role=banner]") === block
    && !a.getAttribute("href").startsWith("#")).map(a => ({
    selector: selector(a), to: a.href.split("#")[0] + (a.hash || ""), name: plain(a.getAttribute("aria-label") || a.textContent),
    help: helps.has(plain(a.textContent)) || /^(tel|mailto):/.test(a.href) || /\/(contact|help|support|faq|ayuda|contacto)\/?$/.test(a.pathname),
  })),
})) };
