// The element that has the focus now: which stop of the plan, is it seen, covered, ringed?
const el = document.activeElement;
if (!el || el === document.body || el === document.documentElement) return null;
const stop = window.gateStops.findIndex(s => s === el || s.type === "radio" && s.name === el.name && s.form === el.form && el.type === "radio");
const answer = { stop, selector: selector(el), text: shortened(el.innerText || el.name || el.getAttribute("aria-label")), covered: "", outside: false, ring: "", faint: "" };

const pieces = [...el.getClientRects()].filter(r => r.width > 0 && r.height > 0);
const page = document.documentElement;
for (const r of pieces) {
  if (r.height > innerHeight - 8 || r.width > innerWidth + 1) continue;
  // A field of many lines shows the line with the caret, not always all of itself.
  const [high, wide] = [Math.min(r.bottom, innerHeight) - Math.max(r.top, 0), Math.min(r.right, page.clientWidth) - Math.max(r.left, 0)];
  const needed = el.tagName === "TEXTAREA" ? 24 : r.height - 1;
  if (high < Math.min(needed, r.height - 1) || wide < r.width - 1) answer.outside = true;
  const [dx, dy] = [Math.min(3, r.width / 3), Math.min(3, r.height / 3)];
  const points = [[r.left + dx, r.top + dy], [r.right - dx, r.top + dy], [r.left + dx, r.bottom - dy], [r.right - dx, r.bottom - dy], [r.left + r.width / 2, r.top + r.height / 2]];
  for (const [x, y] of points) {
    const top = document.elementFromPoint(x, y);
    if (!top || el.contains(top) || top.contains(el) || [...(el.labels || [])].some(l => l.contains(top))) continue;
    for (let at = top; at && !at.contains(el); at = at.parentElement) {
      if (["fixed", "sticky", "absolute"].includes(getComputedStyle(at).position) && ground(at)?.[3] !== 0) { answer.covered = selector(at); break; }
    }
  }
}
if (!pieces.length) answer.outside = true;

// The ring may be the element's own, its pseudo-element's, its label's or its card's.
const around = e => [e, e.parentElement, e.parentElement?.parentElement, ...(e.labels || [])].filter(Boolean);
const look = (e, pseudo) => { const s = getComputedStyle(e, pseudo); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow].join("|"); };
const before = window.gateLooks.get(el);
const colours = [];
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
if (answer.ring && !colours.includes(null)) {
  const inside = el.closest("*") && ground(el), outside = el.parentElement && ground(el.parentElement);
  const grounds = [inside, outside].filter(Boolean);
  const best = Math.max(...colours.map(c => Math.max(...grounds.map(g => contrast(c, g)), 0)), colours.length > 1 ? contrast(colours[0], colours[1]) : 0);
  if (grounds.length && best < 3) answer.faint = best.toFixed(1);
}
return answer;
