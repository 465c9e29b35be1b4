// The outline of the page.
const [untitled] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
if (!tidy(document.title)) say("2.4.2", document.documentElement, "the page has no title");
const title = tidy(document.title).toLocaleLowerCase();
if (untitled.includes(title) || /^(https?:\/\/|www\.)\S+$|^[\w-]+\.(html?|php|aspx?|jsp)$/.test(title)) say("2.4.2", document.head.querySelector("title"), `the title says nothing: "${shortened(title)}"`);
const headings = $$("h1, h2, h3, h4, h5, h6, [role=heading]").filter(shown);
const level = h => Number(h.getAttribute("aria-level") || h.tagName[1]);
const firsts = headings.filter(h => level(h) === 1);
if (firsts.length !== 1) say("1.3.1", document.body, `the page has ${firsts.length} headings of level 1; it needs one`, firsts.length ? "moderate" : "serious");
headings.forEach((h, i) => {
  if (!tidy(h.innerText) && !h.querySelector("img[alt]:not([alt=''])")) say("2.4.6", h, "the heading is empty");
  if (i && level(h) > level(headings[i - 1]) + 1) say("1.3.1", h, `level ${level(h)} follows level ${level(headings[i - 1])}: "${shortened(h.innerText)}"`);
});
const mains = $$("main, [role=main]").filter(shown);
if (mains.length !== 1) say("1.3.1", document.body, `the page has ${mains.length} main parts; it needs one`);
else if (firsts[0] && !firsts.some(h => mains[0].contains(h))) say("1.3.1", firsts[0], "the heading of level 1 stands outside the main part", "moderate");
const first = $$(STOPS).find(el => el.tabIndex >= 0 && el.checkVisibility());
const jumps = first && first.matches("a[href^='#']") && document.getElementById(decodeURIComponent(first.getAttribute("href").slice(1)));
// A page that begins with its content has nothing to leap over: a mail, a letter.
const before = first && !(mains.length === 1 && (mains[0].contains(first) || mains[0].compareDocumentPosition(first) & 4));
if (before && !jumps) say("2.4.1", first, "the first stop is not a link to the content", "moderate");
for (const el of $$("[tabindex]")) if (el.tabIndex > 0) say("2.4.3", el, `tabindex ${el.tabIndex} breaks the order of the page`);
for (const list of $$("ul, ol")) if (!list.querySelector("li") && shown(list)) say("1.3.1", list, "the list is empty");

// Landmarks of one kind have names, so that one can choose between them.
const label = el => tidy(el.getAttribute("aria-label") || (el.getAttribute("aria-labelledby") || "").split(/\s+/).map(id => document.getElementById(id)?.textContent || "").join(" ") || el.title).toLocaleLowerCase();
const loose = el => !el.parentElement.closest("article, aside, main, nav, section");
const KINDS = { navigation: $$("nav, [role=navigation]"), complementary: $$("aside, [role=complementary]").filter(el => el.matches("[role]") || !el.parentElement.closest("article, section, aside, nav")),
  search: $$("search, [role=search]"), region: $$("[role=region]"), banner: $$("header, [role=banner]").filter(el => el.matches("[role]") || loose(el)),
  contentinfo: $$("footer, [role=contentinfo]").filter(el => el.matches("[role]") || loose(el)) };
for (const [kind, all] of Object.entries(KINDS)) {
  const heard = all.filter(el => shown(el) && !el.closest("[aria-hidden=true], [inert]") && !el.matches("[role=presentation], [role=none]") && (el.getAttribute("role") || kind) === kind);
  if (heard.length < 2) { if (kind === "region" && heard[0] && !label(heard[0])) say("1.3.1", heard[0], "a region without a name is none"); continue; }
  const names = heard.map(label);
  heard.forEach((el, i) => {
    const same = names.indexOf(names[i]);
    if (!names[i]) say("1.3.1", el, `one of ${heard.length} parts of the kind "${kind}", without a name of its own`, "moderate");
    else if (same < i && heard[same].innerText !== el.innerText) say("2.4.6", el, `two parts of the kind "${kind}" are called "${names[i]}"`, "moderate");
  });
}
return found;
