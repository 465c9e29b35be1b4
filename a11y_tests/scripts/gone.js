// What a wide window shows and a narrow one does not: "wide" keeps it, "narrow" says what is gone and not told elsewhere.
const [way, least] = arguments;
const flat = text => tidy(text).toLocaleLowerCase();
const ELSEWHERE = "header, nav, [role=banner], [role=navigation], [role=menu], dialog, [popover], th, thead, script, style, noscript, template, svg, [aria-hidden=true]";
const ACTS = "a[href], button, input, select, textarea, img, table, [role=button]";
const own = el => tidy([...el.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(" "));
if (way === "wide") {
  window.gateWays = new Set($$("a[href], button").filter(shown));
  window.gateWide = $$("body *").filter(el => own(el) && !el.closest(ELSEWHERE) && shown(el) && !unseen(el));
  return [];
}
const there = el => el.isConnected && shown(el) && !unseen(el);
const parts = new Set();
for (const el of window.gateWide.filter(e => e.isConnected && !there(e))) {
  let part = el;
  while (part.parentElement !== document.body && !there(part.parentElement)) part = part.parentElement;
  parts.add(part);
}
const words = flat(document.body.innerText);
const meant = el => [...(el.getAttribute("aria-controls") || "").split(/\s+/), el.getAttribute("popovertarget"), el.hash?.slice(1)]
  .map(id => id && document.getElementById(id)).filter(target => target && !there(target));
const opener = $$("[aria-controls], [aria-expanded=false], [popovertarget], a[href^='#'], summary").filter(there);
const opens = part => opener.some(el => meant(el).some(target => target.contains(part) || part.contains(target))
  || !el.matches("a") && [el.nextElementSibling, el.parentElement?.nextElementSibling].some(next => next?.contains(part)));
// A way that only the narrow window shows leads to what the wide one has beside: the list to the left, the help below.
let ways = $$("main a[href], main button, [role=main] a[href]").filter(el => there(el) && !window.gateWays.has(el)).length;
const found = [];
for (const part of parts) {
  const lost = window.gateWide.filter(el => part.contains(el) && !words.includes(flat(own(el)))), text = tidy(lost.map(own).join(" "));
  const weight = [...text].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 3 : 1), 0);
  const acts = part.matches(ACTS) || $$(ACTS, part).length;  // a hint without a way to anything may belong to the wide page
  if (weight < (acts ? least : 3 * least) || part.closest("details:not([open]) > :not(summary)") || opens(part)) continue;
  const links = lost.filter(el => el.closest("a[href]")).map(own).join(" ");
  const menu = $$("button, summary, [role=button], input[type=checkbox]").some(el => there(el) && el.matches("[aria-expanded=false], [aria-haspopup], summary, input"));
  if (menu && links.length > text.length / 2) continue;  // what stands behind a button for a menu
  if (ways-- > 0) continue;  // each leads to one part
  found.push({ selector: selector(part), message: `it is not shown in a window of ${innerWidth} px, and nothing opens it: "${shortened(text)}"` });
}
delete window.gateWide;
delete window.gateWays;
return found;
