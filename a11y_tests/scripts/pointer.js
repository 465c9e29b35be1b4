// What hears a pointer come down, what is dragged, what wants two fingers.
const found = [];
const say = (criterion, el, message, severity) => found.push({ criterion, selector: selector(el), message, severity });
const fits = el => { const b = el.getBoundingClientRect(); return b.width > 4 && b.height > 4 && b.width * b.height < innerWidth * innerHeight / 2; };
const OPENS = "[aria-haspopup], [aria-expanded], [role=slider], [role=spinbutton], [role=scrollbar], [role=separator], [role=combobox], canvas, input, textarea, select, summary, [draggable=true], [contenteditable], option";
const PRESSED = "button, select, input, a[href], summary, [role=button], [role=menuitem], [tabindex='0']";

window.gateDown = [];
for (const [el, types] of window.gateHeard) {
  if (!(el instanceof Element) || !el.isConnected || !shown(el) || unseen(el)) continue;
  const down = ["mousedown", "pointerdown", "touchstart"].filter(type => types[type] !== undefined);
  if (down.length && fits(el) && !el.matches(`html, body, main, form, ${OPENS}`) && !el.closest("[aria-disabled=true], :disabled")) window.gateDown.push(el);
  const two = types.gesturestart !== undefined || types.gesturechange !== undefined
    || ["touchstart", "touchmove"].some(type => /touches\s*\[\s*1\s*\]|touches\.item\(1\)/.test(types[type] || ""));
  if (two && $$("button, [role=button]", el.parentElement || el).filter(shown).length < 2)
    say("2.5.1", el, "it listens to two fingers, and no button beside it does the same", "minor");
}
for (const [el, types] of window.gateHeard) {  // a handle that is pulled
  const down = [types.pointerdown, types.mousedown, types.touchstart].filter(Boolean).join();
  if (!(el instanceof Element) || !el.isConnected || !shown(el) || !/setPointerCapture|addEventListener\(\s*["'](pointer|mouse|touch)move/.test(down)) continue;
  if (el.matches(`${PRESSED}, ${OPENS}, html, body, main`) || el.querySelector(PRESSED) || $$(PRESSED, el.parentElement).some(shown)) continue;
  say("2.5.7", el, "it can be dragged, and nothing beside it does the same with one press", "serious");
}
const BUTTONS = "button, input, select, [role=button], [role=tab], [role=slider]";
for (const [el, types] of window.gateHeard) {  // a way that a finger goes: swiped, and nothing to press instead
  if (!(el instanceof Element) || !el.isConnected || !shown(el) || el.matches(`${PRESSED}, ${OPENS}, html, body, main`)) continue;
  const follows = types.touchstart !== undefined && (types.touchmove !== undefined || types.touchend !== undefined)
    && /(client|page|screen)[XY]/.test(types.touchstart) && !/setPointerCapture/.test(types.touchstart);
  const beside = [el.previousElementSibling, el.nextElementSibling, el.parentElement.children.length < 5 && el.parentElement].filter(Boolean);
  const instead = $$(BUTTONS, el).concat(beside.flatMap(e => $$(BUTTONS, e).concat(e.matches(BUTTONS) ? e : []).filter(b => !el.contains(b))));
  if (follows && !instead.some(shown)) say("2.5.1", el, "it follows the way of a finger, and nothing beside it does the same with one press", "moderate");
}
window.gateDown = window.gateDown.filter(el => !window.gateDown.some(o => o !== el && o.contains(el))).slice(0, 8);

const items = new Set([...$$("[draggable=true]"), ...[...window.gateHeard].filter(([el, types]) => el instanceof Element && types.dragstart !== undefined && el.draggable).map(([el]) => el)]);
const rowOf = el => el.closest("li, tr, [role=listitem], [role=row], [role=option], article") || el;
const called = el => tidy(el.getAttribute("aria-label") || el.innerText || el.title);
const rows = new Set([...items].map(rowOf)), often = new Map();
for (const row of rows) for (const name of new Set($$("a[href]", row).map(called))) often.set(name, (often.get(name) || 0) + 1);
// "Up" stands in most rows and puts one elsewhere; a link with words of its own is what is dragged.
const own = el => el.matches("a[href]") && rows.size > 2 && (often.get(called(el)) || 1) < Math.max(2, rows.size / 2);
for (const el of items) {
  if (!el.isConnected || !shown(el) || el.matches("img, a[href]") && el.getAttribute("draggable") !== "true") continue;
  const row = rowOf(el);
  const heard = window.gateHeard.get(el) || {};
  const other = $$(PRESSED, row).concat(el, row).some(one => one.matches(PRESSED) && !own(one)) || heard.click !== undefined || heard.keydown !== undefined
    || el.closest("[role=listbox], [role=grid], [role=tree]") || el.querySelector("input[type=file]");
  if (!other) say("2.5.7", el, `it can be dragged, and nothing in it does the same with one press: "${shortened(el.innerText)}"`, "serious");
}
return { found, down: window.gateDown.map(selector) };
