const [only] = arguments;
// All that Tab should reach, in the order of the page, and how each looks before it has the focus.
const groups = new Set();
window.gateStops = $$(STOPS).filter(el => {
  if (el.disabled || el.tabIndex < 0 || !el.checkVisibility({ visibilityProperty: true }) || el.closest("[inert]")) return false;
  if (el.tagName === "SUMMARY" && el.parentElement.tagName !== "DETAILS") return false;
  if (el.matches("fieldset:disabled *")) return false;
  const modal = document.querySelector("dialog:modal");
  if (modal && !modal.contains(el)) return false;
  if (el.type !== "radio") return true;
  const group = $$("input[type=radio]").filter(r => r.name === el.name && r.form === el.form);
  const chosen = group.find(r => r.checked);
  if (chosen) return chosen === el;
  if (groups.has(group[0])) return false;
  groups.add(group[0]);
  return true;
});
// Where parts stand in slots of a shadow tree, Tab goes by the slots, as the eye does.
if ($$("*").some(el => el.assignedSlot)) {
  const places = new Map();
  const below = el => el.shadowRoot ? el.shadowRoot.children : el.localName === "slot" && el.assignedElements().length ? el.assignedElements() : el.children;
  const walk = el => { places.set(el, places.size); [...below(el)].forEach(walk); };
  walk(document.body);
  window.gateStops.sort((a, b) => places.has(a) && places.has(b) ? places.get(a) - places.get(b) : 0);
}
const look = (el, pseudo) => { const s = getComputedStyle(el, pseudo); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow].join("|"); };
const around = el => [el, el.parentElement, el.parentElement?.parentElement, ...(el.labels || [])].filter(Boolean);
window.gateLooks = new Map(window.gateStops.map(el => [el, around(el).map(e => [look(e), look(e, "::before"), look(e, "::after")])]));
// Where the author has said so (reading-flow), Tab follows the eye and not the order of the page.
const flows = $$("*").filter(e => !["", "normal"].includes(getComputedStyle(e).readingFlow ?? ""));
return window.gateStops.map(el => ({ flow: flows.findIndex(e => e !== el && e.contains(el)), selector: selector(el), text: nameOf(el),
  asked: isAsked(el, only) }));
