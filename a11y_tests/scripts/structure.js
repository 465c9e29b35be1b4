// The outline of the page.
const found = [];
const say = (criterion, el, message) => found.push({ criterion, selector: selector(el), message });
if (!tidy(document.title)) say("2.4.2", document.documentElement, "the page has no title");
const headings = $$("h1, h2, h3, h4, h5, h6, [role=heading]").filter(shown);
const level = h => Number(h.getAttribute("aria-level") || h.tagName[1]);
const firsts = headings.filter(h => level(h) === 1);
if (firsts.length !== 1) say("1.3.1", document.body, `the page has ${firsts.length} headings of level 1; it needs one`);
headings.forEach((h, i) => {
  if (!tidy(h.innerText) && !h.querySelector("img[alt]:not([alt=''])")) say("2.4.6", h, "the heading is empty");
  if (i && level(h) > level(headings[i - 1]) + 1) say("1.3.1", h, `level ${level(h)} follows level ${level(headings[i - 1])}: "${shortened(h.innerText)}"`);
});
const mains = $$("main, [role=main]").filter(shown);
if (mains.length !== 1) say("1.3.1", document.body, `the page has ${mains.length} main parts; it needs one`);
else if (firsts[0] && !mains[0].contains(firsts[0])) say("1.3.1", firsts[0], "the heading of level 1 stands outside the main part");
const first = $$(STOPS).find(el => el.tabIndex >= 0 && el.checkVisibility());
const jumps = first && first.matches("a[href^='#']") && document.getElementById(decodeURIComponent(first.getAttribute("href").slice(1)));
if (first && !jumps) say("2.4.1", first, "the first stop is not a link to the content");
for (const el of $$("[tabindex]")) if (el.tabIndex > 0) say("2.4.3", el, `tabindex ${el.tabIndex} breaks the order of the page`);
for (const list of $$("ul, ol")) if (!list.querySelector("li") && shown(list)) say("1.3.1", list, "the list is empty");
return found;
