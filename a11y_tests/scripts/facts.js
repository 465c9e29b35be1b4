// What of a page has to agree with the other pages of a site.
const [rows, help, paging, yours] = arguments;
const every = $$("*");
const names = new Map(rows.map(([place, , name]) => [every[place], name]));
const letters = text => (text || "").toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const called = el => letters(names.get(el) || el.getAttribute("aria-label") || el.innerText).replace(/\d+/g, "").trim();
const address = a => /^https?:$/.test(a.protocol) ? (a.origin === location.origin ? "" : a.origin) + a.pathname.replace(/\/(index\.html?)?$/, "/") + a.search + a.hash : a.href.split("?")[0];
const somebodys = el => el.querySelector("bdi, [translate=no], [dir=auto]");  // a person's own name, and no name of a control
const paged = a => /\b(next|prev|up|first|last)\b/.test(a.rel) || a.hasAttribute("accesskey") || paging.some(word => (/\p{Script=Han}/u.test(word) ? called(a) : ` ${called(a)} `).includes(/\p{Script=Han}/u.test(word) ? word : ` ${word} `));
const offered = el => shown(el) && !el.closest("[aria-hidden=true], [inert]");
const outer = el => !el.closest("main, article, [role=main]");
const links = root => $$("a[href]", root).filter(a => offered(a) && !a.getAttribute("href").startsWith("#") && called(a) && !paged(a) && a.protocol !== "javascript:");

const parts = {};
const add = (kind, el) => {
  const name = `${kind} ${letters(el.getAttribute("aria-label")) || el.id || ""}`;
  parts[name] ??= links(el).filter(a => kind === "nav" || !a.closest("nav, [role=navigation]")).map(a => [address(a), somebodys(a) ? "" : called(a), selector(a)]);
};
for (const el of $$("nav, [role=navigation]").filter(e => offered(e) && outer(e))) add("nav", el);
for (const el of $$("body > header, [role=banner]").filter(offered)) add("header", el);
for (const el of $$("body > footer, [role=contentinfo]").filter(offered)) add("footer", el);

const region = el => el.closest("footer, [role=contentinfo]") && outer(el) ? "at the end" : el.closest("aside") ? "beside" : el.closest("main, [role=main]") ? "in the content" : el.closest("header, nav") ? "at the top" : "elsewhere";
const helps = $$("a[href]").filter(a => offered(a) && (/^(mailto|tel):/.test(a.href) || help.includes(called(a)))).map(a => [address(a), region(a), selector(a)]);

const buttons = $$("form").filter(f => offered(f) && outer(f) && f.hasAttribute("action")).flatMap(form => $$("button, input[type=submit]", form).filter(b => b.type === "submit" && !b.name && offered(b) && called(b))
  .map(b => [`${form.method} ${new URL(form.action, location.href).pathname}`, called(b), selector(b)]));

const OWN = /^(name|given-name|additional-name|family-name|email|tel|bday|street-address|address-line\d|address-level\d|postal-code|organization)$/;
const fields = $$("input, select, textarea").filter(el => el.form && (offered(el) || [...(el.labels || [])].some(offered))
  && !["hidden", "submit", "button", "reset", "image", "password", "search", "checkbox", "radio", "file"].includes(el.type)).map(el => {
  const token = tokens(el).at(-1) || "";
  const group = letters(el.closest("fieldset")?.querySelector("legend")?.innerText), label = letters(el.labels?.[0]?.innerText || el.getAttribute("aria-label"));
  const mine = yours.some(word => /\p{Script=Han}/u.test(word) ? group?.includes(word) : ` ${group} `.includes(` ${word} `));  // whose name it is
  const section = tokens(el).find(part => /^(section-|shipping$|billing$)/.test(part)) || (mine ? "" : group);
  return { key: OWN.test(token) ? `${section} ${token}` : el.name && label ? `${section} ${label} ${el.name}` : "", label: label || el.name, filled: Boolean(tidy(el.value)), selector: selector(el) };
}).filter(field => field.key);
return { language: document.documentElement.lang.toLowerCase(), path: location.pathname, parts, helps, buttons, fields };
