// The element that has the focus now: which stop of the plan, is it seen, covered, ringed?
const el = document.activeElement;
if (!el || el === document.body || el === document.documentElement) return null;
const stop = window.gateStops.findIndex(s => s === el || s.type === "radio" && s.name === el.name && s.form === el.form && el.type === "radio");
const answer = { stop, selector: selector(el), text: nameOf(el), covered: "", outside: false, whole: false, ring: "", faint: "", above: "" };
if (window.gateNow !== el) [window.gateCame, window.gateNow] = [window.gateNow, el];
if (window.gateCame?.isConnected) answer.above = above(window.gateCame, el);


function above(before, now) {  // by more than a row, over what comes before it in the page and stands in the same part; or before it in a row that was turned round
  let common = now.parentElement, depth = 0;
  while (common && !common.contains(before)) common = common.parentElement;
  const branch = e => { let at = e, steps = 0; while (at.parentElement !== common) { at = at.parentElement; steps++; } depth = Math.max(depth, steps); return at; };
  if (!common || common === now || common === before || before.contains(now) || now.contains(before) || !(before.compareDocumentPosition(now) & 4)) return "";
  const [a, b] = [branch(before), branch(now)];
  if (depth > 3 || [a, b, before, now].some(e => ["absolute", "fixed", "sticky"].includes(getComputedStyle(e).position))) return "";
  const [ra, rb] = [a.getBoundingClientRect(), b.getBoundingClientRect()], style = getComputedStyle(common);
  const beside = Math.min(ra.right, rb.right) - Math.max(ra.left, rb.left);
  const turned = style.display.includes("flex") && (style.flexDirection === "row-reverse" || getComputedStyle(a).order > getComputedStyle(b).order);
  const row = Math.min(ra.bottom, rb.bottom) - Math.max(ra.top, rb.top) > Math.min(ra.height, rb.height) / 2;
  const first = style.direction === "rtl" ? rb.left >= ra.right - 4 : rb.right <= ra.left + 4;
  if (turned && row && first && ["", "normal"].includes(style.readingFlow ?? "")) return selector(before);
  return rb.bottom <= ra.top + 4 && ra.top - rb.top >= 20 && beside > Math.min(ra.width, rb.width) / 2 ? selector(before) : "";
}

const pieces = [...el.getClientRects()].filter(r => r.width > 0 && r.height > 0);
const page = document.documentElement;
// A page that is too wide is scrolled sideways, which `reflow` says: there a part of the stop has to be in view.
const broad = page.scrollWidth > page.clientWidth + 1;
const mine = e => el.contains(e) || e.contains(el) || [...(el.labels || [])].some(l => l.contains(e));
const layer = e => { let at = e; while (at && !at.contains(el) && !["fixed", "sticky", "absolute"].includes(getComputedStyle(at).position)) at = at.parentElement; return at && !at.contains(el) ? at : null; };
// What only keeps a place free, or waits for a pointer, hides nothing.
const paints = e => shown(e) && (e.closest("svg") || e.matches("img, video, canvas, iframe, object, embed, input, select, textarea") || [...e.childNodes].some(n => n.nodeType === 3 && tidy(n.data))
  || [null, "::before", "::after"].some(p => { const s = getComputedStyle(e, p); return (!p || s.content !== "none") && (colour(s.backgroundColor)[3] > .1 || s.backgroundImage !== "none" || s.backdropFilter !== "none"); }));
let beside = 0, looked = 0, lost = 0;
for (const r of pieces) {
  if (r.height > innerHeight - 8 || r.width > innerWidth + 1) continue;
  // More than half of it is enough: an edge may stand a little beside the window. A field of many lines shows the line
  // with the caret; a large part cannot be shown whole where the page keeps room for bars.
  const [high, wide] = [Math.min(r.bottom, innerHeight) - Math.max(r.top, 0), Math.min(r.right, page.clientWidth) - Math.max(r.left, 0)];
  const needed = el.tagName === "TEXTAREA" ? 24 : innerHeight / 3;
  if (high <= Math.min(needed, r.height / 2)) answer.outside = true;
  if (wide <= Math.min(r.width / 2, broad ? 24 : Infinity)) beside++;
  const [dx, dy] = [Math.min(3, r.width / 3), Math.min(3, r.height / 3)];
  const points = [[r.left + dx, r.top + dy], [r.right - dx, r.top + dy], [r.left + dx, r.bottom - dy], [r.right - dx, r.bottom - dy], [r.left + r.width / 2, r.top + r.height / 2]];
  looked += points.length;
  for (const [x, y] of points) {
    const stack = document.elementsFromPoint(x, y), end = stack.findIndex(mine);
    const veil = stack.slice(0, Math.max(end, 0)).find(e => layer(e) && paints(e));
    if (veil) { answer.covered = selector(layer(veil)); lost++; }
  }
}
answer.whole = lost > 0 && lost === looked;
const [right, below] = [Math.min(innerWidth, page.clientWidth), innerHeight];
if (!pieces.some(r => r.right > 1 && r.left < right - 1 && r.bottom > 1 && r.top < below - 1)) answer.outside = true;
if (beside > (broad ? pieces.length - 1 : 0)) answer.outside = true;

// The ring may be the element's own, its pseudo-element's, its label's or its card's.
const around = e => [e, e.parentElement, e.parentElement?.parentElement, ...(e.labels || [])].filter(Boolean);
const look = (e, pseudo) => { const s = getComputedStyle(e, pseudo); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow].join("|"); };
const before = window.gateLooks.get(el);
const colours = [];
answer.frame = el.tagName === "IFRAME";
answer.entry = el.matches("textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=color], [type=file], [type=submit], [type=button], [type=reset], [type=image])");
const seen = pieces.map(r => [Math.max(r.left, 0), Math.max(r.top, 0), Math.min(r.right, innerWidth), Math.min(r.bottom, innerHeight)]);
answer.perimeter = seen.reduce((sum, [a, b, c, d]) => sum + 2 * (c - a) + 2 * (d - b), 0);
const holders = around(el).filter(e => { const b = e.getBoundingClientRect(); return e === el || b.width * b.height < innerWidth * innerHeight / 3; }).map(e => e.getBoundingClientRect());
// What a pseudo-element spreads over a whole card is drawn around the card.
const spread = ["::before", "::after"].some(p => { const s = getComputedStyle(el, p); return s.content !== "none" && s.position === "absolute"; });
const card = spread && getComputedStyle(el).position === "static" && el.offsetParent;
if (card && card !== document.body) holders.push(card.getBoundingClientRect());
const edge = (side, pick) => Math.round(pick(...holders.map(b => b[side])));
answer.area = [edge("left", Math.min) - 14, edge("top", Math.min) - 14, edge("right", Math.max) + 14, edge("bottom", Math.max) + 14];
around(el).forEach((e, i) => [null, "::before", "::after"].forEach((pseudo, j) => {
  const now = look(e, pseudo);
  if (before && before[i]?.[j] === now) return;
  const s = getComputedStyle(e, pseudo);
  if (s.outlineStyle !== "none" && (s.outlineStyle === "auto" || parseFloat(s.outlineWidth) >= 2) && colour(s.outlineColor)[3] > .5) {
    answer.ring = answer.ring || "outline";
    if (s.outlineStyle === "auto") colours.push(null); else colours.push(colour(s.outlineColor));
  }
  if (s.boxShadow !== "none") {
    answer.ring = answer.ring || "shadow";
    for (const c of s.boxShadow.match(/(rgba?|color|oklch|oklab|lab|lch)\([^)]*\)/g) || []) colours.push(colour(c));
  }
}));
answer.made = colours.includes(null);  // by the browser: WCAG lets it be as it is
if (answer.ring && !answer.made) {
  const inside = el.closest("*") && ground(el), outside = el.parentElement && ground(el.parentElement);
  const grounds = [inside, outside].filter(Boolean);
  const best = Math.max(...colours.map(c => Math.max(...grounds.map(g => contrast(c, g)), 0)), colours.length > 1 ? contrast(colours[0], colours[1]) : 0);
  if (grounds.length && best < 3) answer.faint = best.toFixed(1);
}
// What has to be photographed once only: what has the same outline on the same ground looks the same, whatever it is.
answer.sign = JSON.stringify([answer.ring === "outline" && !answer.faint ? answer.entry : [el.tagName, el.className],
  ...around(el).map(e => look(e) + getComputedStyle(e).overflow), ground(el), el.parentElement && ground(el.parentElement)]);
return answer;
