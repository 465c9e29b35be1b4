// What a mouse can press: can a keyboard? window.gateTry, gateButtons, gateNative: what has to be tried; gateMouse: what was found.
const [everywhere] = arguments;  // whether the page itself hears each key
const found = [];
window.gateMouse = [];
const say = (criterion, el, message, severity = "serious", pressed = false) => {
  found.push({ criterion, selector: selector(el), message, severity, pressed });
  window.gateMouse.push(el);
};
const NATIVE = "a[href], area[href], button, input, select, textarea, summary, label, option, iframe, audio, video, [contenteditable]";
const ROLES = "[role=button], [role=link], [role=checkbox], [role=switch], [role=radio], [role=tab], [role=menuitem], [role=option], [role=treeitem], [role=gridcell]";
const reachable = el => el.matches(NATIVE) || el.hasAttribute("tabindex") || el.isContentEditable;
const small = el => { const b = el.getBoundingClientRect(); return b.width > 4 && b.height > 4 && b.width * b.height < innerWidth * innerHeight / 2; };
const beside = el => { const b = el.getBoundingClientRect(); return b.right > 0 && b.left < innerWidth; };  // not put away at a side
const says = el => tidy(el.innerText) || el.getAttribute("aria-label") || el.title || el.querySelector("img, svg") || el.matches("img, svg");

window.gateTry = [];
window.gateButtons = [];
for (const [el, types] of window.gateHeard) {
  if (!(el instanceof Element) || !el.isConnected || el.matches("html, body, main, form, dialog, [popover]") || !shown(el) || unseen(el)) continue;
  if (el.matches("[role=button]:not(button, input, a[href], summary)") && reachable(el) && el.tabIndex >= 0 && el.getAttribute("aria-disabled") !== "true" && types.click !== undefined) window.gateButtons.push(el);
  if (types.click !== undefined && el.tabIndex >= 0 && !el.matches(`${NATIVE}, [role]`) && !el.localName.includes("-") && !el.querySelector(`${NATIVE}, [tabindex], [role]`) && small(el) && says(el))
    say("4.1.2", el, `it can be pressed and has no role that says so: "${shortened(el.innerText || el.getAttribute("aria-label") || el.title)}"`);
  if (types.click === undefined && types.mousedown === undefined || reachable(el) || el.closest(NATIVE) || el.querySelector(`${NATIVE}, [tabindex]`)) continue;
  if (el.closest("[tabindex]:not([tabindex='-1'])") || el.closest("[aria-hidden=true], [inert], [aria-disabled=true]")) continue;  // one focus may serve a whole widget
  if (!small(el) || !says(el)) continue;
  const points = getComputedStyle(el).cursor === "pointer" || el.matches(ROLES);
  if (points) say("2.1.1", el, `a mouse can press it, a keyboard cannot reach it: "${shortened(el.innerText || el.getAttribute("aria-label") || el.title)}"`, "critical", types.click !== undefined && el.matches("h1, h2, header *"));
  else if (types.click !== undefined) window.gateTry.push(el);
}
for (const el of $$("[role=button], [role=link], [role=checkbox], [role=switch]")) {
  if (reachable(el) || el.closest(NATIVE) || !shown(el) || el.closest("[tabindex], [aria-activedescendant], [aria-hidden=true]") || el.getAttribute("aria-disabled") === "true") continue;
  const name = selector(el);
  if (!found.some(f => f.selector === name)) say("2.1.1", el, `it says that it is a ${el.getAttribute("role")}, and a keyboard cannot reach it`, "critical");
}
for (const el of $$("label").filter(label => label.control?.matches("[type=checkbox], [type=radio], [type=file]"))) {
  if (el.control.disabled || el.control.checkVisibility({ visibilityProperty: true }) || !shown(el) || unseen(el) || !beside(el)) continue;
  if (el.closest("[tabindex]:not([tabindex='-1']), [aria-hidden=true], [inert]") || el.querySelector(STOPS) || el.id && document.querySelector(`[aria-labelledby~="${CSS.escape(el.id)}"]`)) continue;
  say("2.1.1", el, `a mouse can press it, and its field is hidden from a keyboard: "${shortened(el.innerText || el.getAttribute("aria-label") || el.title)}"`, "critical");
}
const WIDGET = "[role=tablist], [role=menu], [role=menubar], [role=radiogroup], [role=grid], [role=treegrid], [role=toolbar], [role=listbox], [role=tree]";
for (const el of $$("a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary")) {  // taken out of the walk by hand
  if (!(el.tabIndex < 0) || el.disabled || !shown(el) || unseen(el) || el.closest(`${WIDGET}, [inert]`)) continue;
  if (el.closest("[aria-hidden=true]") && !(el.href && tidy(el.innerText) && beside(el))) continue;  // drawn for the eye, beside what does the same
  if (el.href && $$("a[href]").some(other => other.tabIndex >= 0 && other.href === el.href && shown(other))) continue;
  say("2.1.1", el, `its tabindex of ${el.tabIndex} keeps it from people who use a keyboard: "${shortened(el.innerText || el.name)}"`);
}
for (const el of $$("[aria-keyshortcuts]")) {
  const single = el.getAttribute("aria-keyshortcuts").split(/\s+/).find(k => [...k].length === 1);
  if (single) say("2.1.4", el, `the key "${single}" alone is a shortcut`, "moderate");
}
// Links and buttons answer Enter by themselves, unless somebody who hears the key takes it away.
const hears = el => { const types = window.gateHeard.get(el) || {}; return types.keydown !== undefined || types.keypress !== undefined; };
const heardBy = el => {  // itself first; where only the page hears, a link can be tried and leaves no trace
  for (let at = el, up = 0; at && at !== document.body; at = at.parentElement, up++) if (hears(at)) return up;
  return everywhere && el.matches("a") ? 99 : -1;
};
const alike = new Set(), like = el => [el.localName, el.className, el.parentElement.localName, el.parentElement.className].join("|");
window.gateNative = $$("a[href], button, summary, input[type=submit], input[type=button]")
  .filter(el => heardBy(el) >= 0 && el.tabIndex >= 0 && !el.disabled && shown(el) && !unseen(el) && !el.matches("[aria-disabled=true], [inert] *") && !el.closest(WIDGET))
  .sort((a, b) => heardBy(a) - heardBy(b)).filter(el => !heardBy(el) || !alike.has(like(el)) && alike.add(like(el))).slice(0, 12);
window.gateTry = window.gateTry.slice(0, 8);
window.gateButtons = window.gateButtons.slice(0, 8);
return { found, tried: window.gateTry.map(selector), buttons: window.gateButtons.map(selector), native: window.gateNative.map(selector) };
