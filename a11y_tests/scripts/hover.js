// "plan": what may show something under a pointer. "mark": what is seen before. "look": what is seen now and was not.
const [wish, number] = arguments;
const REVEALS = ["display", "visibility", "opacity", "transform", "translate", "scale", "clip", "clip-path", "height", "max-height", "left", "top", "inset", "content"];
const own = el => [...el.childNodes].some(n => n.nodeType === 3 && /\p{L}{2,}|\p{Lo}/u.test(n.data));
const inView = el => { const b = el.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth; };
const texts = () => $$("body *").filter(el => own(el) && inView(el) && !el.matches("script, style, noscript, option") && shown(el) && !unseen(el));
const says = (el, pseudo) => {
  const s = getComputedStyle(el, pseudo);
  return /\p{L}{2,}|\p{Lo}/u.test(s.content.replace(/^(none|normal)$/, "")) && s.display !== "none" && s.visibility === "visible" && Number(s.opacity) > .1;
};
const near = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;

function words(el) {  // where its own words stand: a block reaches further
  return [...el.childNodes].filter(n => n.nodeType === 3 && tidy(n.data)).flatMap(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
}

function rules(list) {
  return [...list].flatMap(rule => {
    if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
    const inner = rule.cssRules ? rules(rule.cssRules) : [];
    return rule instanceof CSSStyleRule && rule.selectorText.includes(":hover") && REVEALS.some(name => rule.style.getPropertyValue(name)) ? [rule, ...inner] : inner;
  });
}
function fromSheets() {
  const found = [];
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    let all = [];
    try { all = rules(sheet.cssRules); } catch { continue; }  // of another place
    for (const rule of all) for (const one of rule.selectorText.split(/,(?![^(]*\))/)) {
      const [before, after] = [one.slice(0, one.indexOf(":hover")), one.slice(one.indexOf(":hover") + 6)];
      if (!one.includes(":hover") || !/[\s>+~]|::?(before|after)/.test(after.trim() ? after : "")) continue;
      try { found.push(...$$(before.trim() || "*").slice(0, 3)); } catch { continue; }
    }
  }
  return found;
}

if (wish === "plan") {
  const kinds = new Set(), heard = [...window.gateHeard].filter(([el, types]) => el instanceof Element
    && ["mouseenter", "mouseover", "pointerenter", "pointerover"].some(type => types[type] !== undefined)).map(([el]) => el);
  window.gateHover = [...new Set([...fromSheets(), ...heard])].filter(el => {
    const box = el.getBoundingClientRect(), kind = [el.tagName, el.className, el.parentElement?.className].join("|");
    if (el.matches("html, body, main") || !shown(el) || unseen(el) || !box.width || box.width * box.height > innerWidth * innerHeight / 2 || kinds.has(kind)) return false;
    kinds.add(kind);
    return true;
  }).slice(0, 10);
  return window.gateHover.map(selector);
}
const trigger = window.gateHover[number];
if (wish === "mark") {
  if (!trigger.isConnected || !shown(trigger)) return null;
  trigger.scrollIntoView({ block: "center", behavior: "instant" });
  window.gateBefore = new Set(texts());
  window.gateShut = new Set($$(STOPS).filter(el => !el.checkVisibility({ visibilityProperty: true })));
  window.gateSaid = ["::before", "::after"].map(p => says(trigger, p));
  const box = [...trigger.getClientRects()][0];
  return box && [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2];
}
const inside = box => box.right > 0 && box.left < innerWidth;  // not in a drawer that waits beside the window
const fresh = texts().filter(el => !window.gateBefore.has(el) && inside(el.getBoundingClientRect()));
const pseudo = ["::before", "::after"].find((p, i) => says(trigger, p) && !window.gateSaid[i]);
if (!fresh.length) return pseudo ? { selector: selector(trigger), shut: "", at: null, covers: getComputedStyle(trigger, pseudo).position === "absolute" } : null;
const boxes = fresh.map(el => el.getBoundingClientRect()).filter(b => b.width && b.height);
if (!boxes.length) return null;
const covers = [...window.gateBefore].some(el => !el.contains(trigger) && !trigger.contains(el) && !fresh.some(f => el.contains(f)) && shown(el)
  && words(el).some(r => boxes.some(b => near(b, r))));
// Links that Tab does not come to as long as no pointer is there, and nothing that takes the focus to bring them.
const stops = trigger.matches(STOPS) ? [trigger] : $$(STOPS, trigger).filter(el => !window.gateShut.has(el));
const shut = !stops.length && !trigger.closest("[tabindex]:not([tabindex='-1']), a[href], button") && fresh.map(el => el.closest(STOPS)).find(el => window.gateShut.has(el));
return { selector: selector(fresh[0]), shut: shut ? selector(shut) : "", at: [boxes[0].x + boxes[0].width / 2, boxes[0].y + boxes[0].height / 2], covers };
