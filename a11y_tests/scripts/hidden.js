// What eyes get and screen readers do not, and the other way round.
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const compact = text => (text || "").toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
const ICONS = /icon|symbol|awesome|glyph|emoji/i;
const modal = $$("dialog:modal, [aria-modal=true]").find(shown);
const outside = el => modal && !modal.contains(el);
const texts = (root, keep) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), parts = [];
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (tidy(walker.currentNode.data) && !at.closest("script, style, template, noscript, svg") && keep(at)) parts.push(walker.currentNode.data);
  }
  return parts.join(" ");
};
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const mute = $$("[aria-hidden=true]").filter(el => !el.parentElement?.closest("[aria-hidden=true]"));
let heard = null;  // all that a screen reader can come to
const accessible = () => heard ??= compact(texts(document.body, at => !at.closest("[aria-hidden=true], [inert]") && shown(at)) + $$("[aria-label], [alt], [title]").filter(el => !el.closest("[aria-hidden=true]"))
  .map(el => `${el.getAttribute("aria-label")} ${el.getAttribute("alt")} ${el.title}`).join(" "));

for (const el of mute) {
  if (outside(el) || !shown(el) || el.closest("svg")) continue;
  const text = texts(el, at => shown(at) && !unseen(at) && !ICONS.test(getComputedStyle(at).fontFamily));
  const said = compact(text), long = /[\p{Script=Han}]/u.test(said) ? said.length >= 2 : (said.match(/\p{L}/gu) || []).length >= 4;
  const stops = $$(STOPS, el).concat(el.matches(STOPS) ? [el] : []).filter(s => s.tabIndex >= 0 && !s.disabled && shown(s) && !s.closest("[inert]") && (tidy(s.textContent) || s.getBoundingClientRect().width > 1));
  if (stops.length) say("4.1.2", stops[0], "it can be focused, and aria-hidden keeps it from screen readers");
  const heading = [el, ...$$(HEADINGS, el)].find(h => h.matches(HEADINGS) && shown(h) && !unseen(h));
  const apart = el.parentElement && texts(el.parentElement, at => !at.closest("[aria-hidden=true]") && unseen(at));
  if (heading && long && !tidy(apart) && !$$(`${HEADINGS}, legend, caption`).some(h => !h.closest("[aria-hidden=true]") && compact(h.textContent).includes(compact(heading.textContent)))) {
    say("1.3.1", el, `it is a heading for the eye alone: "${shortened(heading.innerText)}"`);
    continue;
  }
  const beside = el.parentElement ? compact(texts(el.parentElement, at => !at.closest("[aria-hidden=true], [inert]") && shown(at))) : "";
  if (said && tidy(text).split(/\s+/).every(word => beside.includes(compact(word)))) continue;  // a leaf of a calendar beside its date
  const named = el.closest("[aria-label], [aria-labelledby], [role=img], button[title], a[title]");
  if (!long || named && named !== document.body && !named.matches("main, nav, section, form, aside, article, fieldset, header, footer, dialog, ul, ol, table, [role=main], [role=region], [role=complementary], [role=group], [role=dialog]") || accessible().includes(said)) continue;
  const box = el.getBoundingClientRect();  // the drawing of a field that lies over it and speaks for itself
  if ($$("input, select, textarea", el.parentElement).some(f => { const b = f.getBoundingClientRect(); return f.type === "file" || b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom; })) continue;
  if (tidy(apart) || [...(el.parentElement?.children || [])].some(e => e !== el && e.matches("img[alt]:not([alt='']), [aria-label], .MathJax, math, mjx-assistive-mml"))) continue;
  if (el.querySelector("math, .katex-html, mjx-container") || el.matches(".katex-html, .MathJax_Preview, [class*=mjx]")) continue;
  say("1.3.1", el, `it can be seen, and nothing says it to screen readers: "${shortened(text)}"`);
}

// A number for the eyes and another one for the ears.
for (const el of mute) {
  const beside = el.parentElement ? texts(el.parentElement, at => !at.closest("[aria-hidden=true]") && unseen(at)) : "";
  const eyes = (shown(el) ? el.innerText || "" : "").match(/\d+/g), ears = beside.match(/\d+/g);
  if (eyes && ears && !/[:/]/.test(el.innerText) && !eyes.some(n => ears.includes(n))) say("1.3.1", el, `it shows "${shortened(el.innerText)}", and screen readers hear "${shortened(beside)}"`);
}

for (const el of $$("[role=presentation], [role=none]")) {
  if (el.closest("[aria-hidden=true]") && !el.matches(STOPS)) continue;
  if (el.matches("a[href], button, select, textarea, input, summary, [tabindex='0']") && shown(el)) say("4.1.2", el, `role "${el.getAttribute("role")}" on something that can be pressed`);
  else if (/^H[1-6]$/.test(el.tagName) && tidy(el.innerText)) say("1.3.1", el, `role "${el.getAttribute("role")}" takes away that it is a heading`);
  else if (el.tagName === "TABLE" && el.querySelector("th, caption")) say("1.3.1", el, "a table with headers or a caption, whose role takes the table away");
  else if (el.tagName === "IMG" && tidy(el.alt)) say("1.1.1", el, "a picture with an alternative text, whose role takes it away");
  else if (/^(UL|OL|DL)$/.test(el.tagName) && el.children.length > 2 && !el.closest("[role^=menu], [role=tablist], [role=tree], [role=listbox], [role=toolbar]") && !el.querySelector("[role]")) say("1.3.1", el, "a list whose role takes the list away", "moderate");
  else if (el.tagName === "LABEL" || el.tagName === "FIELDSET" && el.querySelector("legend")) say("1.3.1", el, "its role takes away what it says of its fields", "moderate");
}

function inSight(el) {
  let box = el.getBoundingClientRect();
  if (box.width < 24 || box.height < 12) return false;
  for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflow === "visible") continue;
    const frame = at.getBoundingClientRect();
    if (box.right <= frame.left + 4 || box.left >= frame.right - 4 || box.bottom <= frame.top + 4 || box.top >= frame.bottom - 4) return false;
  }
  return box.right > 0 && box.left < innerWidth && box.bottom + scrollY > 0;
}
const popped = $$("[popover]:popover-open, [role=dialog], [role=alertdialog], dialog[open]").some(shown);
for (const el of $$("[inert]")) {
  if (modal || popped || el.parentElement?.closest("[inert]") || !shown(el) || opacity(el) < .7 || !inSight(el) || el.getAttribute("aria-hidden") === "true") continue;
  const text = texts(el, at => shown(at) && !unseen(at));
  if (compact(text).length >= 4) say("1.3.1", el, `it can be seen, and inert keeps it from keyboards and screen readers: "${shortened(text)}"`);
}
return found;
