// Every text that is drawn, or those that are asked about: its colour, where it stands, and the plain colour behind it where there is one.
const [only] = arguments;
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

const painted = (el, pseudo) => {
  const s = getComputedStyle(el, pseudo);
  return (!pseudo || !["none", "normal"].includes(s.content)) && (colour(s.backgroundColor)[3] > .5 || s.backgroundImage !== "none");
};
const PLACES = [.25, .5, .75].flatMap(x => [.2, .5, .85].map(y => [x, y]));  // of the letters in the space of their line
function covered([left, top, wide, high], el) {  // something that lets nothing through lies over it, or over part of it
  return PLACES.some(([x, y]) => {
    for (const over of document.elementsFromPoint(left + wide * x, top + high * y)) {
      if (over === el || over.contains(el) || el.contains(over)) return false;
      if (over.closest("dialog:modal") && !over.closest("dialog:modal").contains(el)) return true;
      if (over.matches("img, video, canvas, iframe") || [null, "::before", "::after"].some(p => painted(over, p))) return true;
    }
    return false;
  });
}
const idle = el => el.closest("[disabled], [inert], [aria-disabled=true], fieldset:disabled *")
  || el.closest("label")?.control?.matches(":disabled") || el.matches(":disabled");
const large = style => parseFloat(style.fontSize) >= (Number(style.fontWeight) >= 700 ? 18.6 : 24);
// A shadow that stands out from the letters draws their edge on any picture.
const edged = (style, paint) => (style.textShadow.match(/(rgba?|color|oklch|oklab|lab|lch)\([^)]*\)/g) || [])
  .some(c => colour(c)[3] > .5 && contrast(colour(c), paint) >= 4.5);

const found = [];
function note(el, text, css, rects, kind) {
  const style = getComputedStyle(el);
  const paint = [...colour(css)];
  paint[3] *= opacity(el);
  const boxes = rects.filter(r => r.width > 1 && r.height > 1).map(r => clipped(r, el)).filter(r => r && !covered(r, el));
  if (paint[3] < .02 || edged(style, paint)) return;  // letters that are not drawn are cut out of a picture or nobody's
  found.push({ selector: selector(el), text: shortened(text), colour: paint, ground: ground(el), boxes, kind,
    large: large(style), lost: rects.length > 0 && !boxes.length && rects.some(r => r.width > 1 && clipped(r, el)) });
}

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, el = node.parentElement;
  if (!tidy(node.data) || /^(script|style|noscript|template|option|optgroup)$/i.test(el.tagName)) continue;
  if (!isAsked(el, only) || !shown(el) || unseen(el) || idle(el)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const style = getComputedStyle(el);
  note(el, node.data, el instanceof SVGElement ? style.fill : style.webkitTextFillColor, [...range.getClientRects()], "text");
}
for (const el of $$("input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color]), select, textarea")) {
  if (!isAsked(el, only) || !shown(el) || unseen(el) || idle(el)) continue;
  const box = el.getBoundingClientRect();
  const arrow = el.tagName === "SELECT" ? 22 : 0, start = getComputedStyle(el).direction === "rtl" ? arrow : 0;
  const inside = new DOMRect(box.x + 4 + start, box.y + 4, Math.max(box.width - 8 - arrow, 0), box.height - 8);
  if (el.placeholder && !el.value) note(el, el.placeholder, getComputedStyle(el, "::placeholder").color, [inside], "text");
  else note(el, el.value || el.name, getComputedStyle(el).color, [inside], "text");
}
// What shows where a field, a box to tick or a switch without words is: its edge, or its filling. As the browser made it, it may be.
const AS_MADE = ["rgb(118, 118, 118)", "rgb(133, 133, 133)"];
const glyph = el => ["::before", "::after"].find(p => /^"[^"\s]/.test(getComputedStyle(el, p).content));  // of a font of icons
const worded = el => tidy(el.innerText) || el.querySelector("img, svg, canvas");
const parts = $$("input:not([type=hidden], [type=range], [type=color], [type=file], [type=image], [type=submit], [type=button], [type=reset]), select, textarea")
  .concat($$("button, [role=switch], [role=checkbox], [role=radio]").filter(el => !worded(el)));
for (const el of parts) {
  if (!isAsked(el, only) || !shown(el) || unseen(el) || idle(el)) continue;
  const style = getComputedStyle(el), outside = ground(el.parentElement), inside = ground(el);
  if (["checkbox", "radio"].includes(el.type) && style.appearance !== "none") continue;
  if (el.matches("button, [role]") && glyph(el)) {
    note(el, "its drawing", getComputedStyle(el, glyph(el)).color, [el.getBoundingClientRect()], "part");
    continue;
  }
  if (!outside || !inside || style.boxShadow !== "none" || [null, "::before", "::after"].some(p => painted(el, p) && p)) continue;
  const edges = ["Top", "Right", "Bottom", "Left"]
    .filter(s => parseFloat(style[`border${s}Width`]) >= 1 && !["none", "hidden"].includes(style[`border${s}Style`])).map(s => style[`border${s}Color`]);
  if (!edges.length && (!el.matches("button, [role]") || el.children.length) || edges.some(e => AS_MADE.includes(e)) || clipped(el.getBoundingClientRect(), el) === null) continue;
  const paints = edges.map(colour).map(c => over(c, outside));
  const best = [...paints, inside].sort((a, b) => contrast(b, outside) - contrast(a, outside))[0];
  found.push({ selector: selector(el), text: edges.length ? "its border" : "its shape", colour: best, ground: outside, boxes: [], kind: "part", large: false, lost: false });
}
for (const svg of $$("a svg, button svg, summary svg")) {  // a drawing that is all a control shows
  const control = svg.closest("a, button, summary");
  const words = $$("*", control).concat(control).some(e => !e.closest("svg") && shown(e) && !unseen(e)
    && [...e.childNodes].some(n => n.nodeType === 3 && tidy(n.data)));
  if (words || !isAsked(svg, only) || !shown(svg)) continue;
  const paints = $$("path, circle, ellipse, rect, line, polyline, polygon, use, text", svg).filter(shown).flatMap(shape => {
    const style = getComputedStyle(shape);
    return [style.stroke, style.fill].filter(css => css !== "none" && !css.startsWith("url"));
  });
  const behind = ground(svg) || [255, 255, 255, 1];  // the shape that stands out most is the one that is seen
  const best = paints.sort((a, b) => contrast(colour(b), behind) - contrast(colour(a), behind))[0];
  if (best) note(svg, "its drawing", best, [svg.getBoundingClientRect()], "part");
}
return found;
