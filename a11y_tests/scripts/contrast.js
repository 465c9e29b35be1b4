// Every text that is drawn: its colour, where it stands, and the plain colour behind it where there is one.
function clipped(rect, el) {  // what is left of a rectangle inside all that scrolls or clips
  let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
  for (let at = el; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.overflow === "visible" && style.clipPath === "none") continue;
    const box = at.getBoundingClientRect();
    [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
    [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    if (style.position === "fixed") break;
  }
  return right - left > 2 && bottom - top > 2 ? [left, top, right - left, bottom - top] : null;
}

function covered(rect, el) {  // something fixed lies over it
  const top = document.elementFromPoint(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2);
  if (!top || top.contains(el) || el.contains(top)) return false;
  for (let at = top; at; at = at.parentElement) {
    if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return !at.contains(el);
  }
  return top.closest("dialog") && !top.closest("dialog").contains(el);
}

const found = [];
function note(el, text, css, rects, kind) {
  const style = getComputedStyle(el);
  const paint = [...colour(css)];
  paint[3] *= opacity(el);
  const boxes = rects.filter(r => r.width > 1 && r.height > 1).map(r => clipped(r, el)).filter(r => r && !covered(r, el));
  found.push({ selector: selector(el), text: shortened(text), colour: paint, ground: ground(el), boxes, kind,
    shadow: style.textShadow !== "none" });
}

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, el = node.parentElement;
  if (!tidy(node.data) || /^(script|style|noscript|template|option|optgroup)$/i.test(el.tagName)) continue;
  if (!shown(el) || unseen(el) || el.closest("[disabled], [inert]")) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const style = getComputedStyle(el);
  note(el, node.data, el instanceof SVGElement ? style.fill : style.webkitTextFillColor, [...range.getClientRects()], "text");
}
for (const el of $$("input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color]), select, textarea")) {
  if (!shown(el) || unseen(el) || el.disabled) continue;
  const box = el.getBoundingClientRect();
  const inside = new DOMRect(box.x + 4, box.y + 4, box.width - 8, box.height - 8);
  if (el.placeholder && !el.value) note(el, el.placeholder, getComputedStyle(el, "::placeholder").color, [inside], "text");
  else note(el, el.value || el.name, getComputedStyle(el).color, [inside], "text");
  const style = getComputedStyle(el);
  if (style.appearance === "auto" || style.borderBottomStyle === "none") continue;
  const sides = ["Top", "Right", "Bottom", "Left"].filter(s => parseFloat(style[`border${s}Width`]) >= 1);
  const edge = sides.map(s => style[`border${s}Color`]);
  if (edge.length) found.push({ selector: selector(el), text: "its border", colour: colour(edge.at(-1)), ground: ground(el.parentElement),
    boxes: [], kind: "part", shadow: false });
}
for (const svg of $$("a svg, button svg, summary svg")) {  // a drawing that is all a control shows
  const control = svg.closest("a, button, summary");
  const words = $$("*", control).concat(control).some(e => !e.closest("svg") && shown(e) && !unseen(e)
    && [...e.childNodes].some(n => n.nodeType === 3 && tidy(n.data)));
  if (words || !shown(svg)) continue;
  const paints = $$("path, circle, ellipse, rect, line, polyline, polygon, use, text", svg).filter(shown).flatMap(shape => {
    const style = getComputedStyle(shape);
    return [style.stroke, style.fill].filter(css => css !== "none" && !css.startsWith("url"));
  });
  const behind = ground(svg) || [255, 255, 255, 1];  // the shape that stands out most is the one that is seen
  const best = paints.sort((a, b) => contrast(colour(b), behind) - contrast(colour(a), behind))[0];
  if (best) note(svg, "its drawing", best, [svg.getBoundingClientRect()], "part");
}
return found;
