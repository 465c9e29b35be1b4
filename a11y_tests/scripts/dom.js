// What the checks' scripts share. Each script is dom.js and then itself, run as the body of one function.
const $$ = (css, root = document) => [...root.querySelectorAll(css)];
// What is filled in by itself; passkeys are only offered beside it.
const tokens = el => (el.getAttribute("autocomplete") || "").toLowerCase().split(/\s+/).filter(part => part && part !== "webauthn");
const tidy = text => (text || "").replace(/\s+/g, " ").trim();
const shortened = text => tidy(text).slice(0, 60);

// A page may have tens of thousands of elements: what a selector needs to know of them is found out once in a run.
const brothers = new Map(), heads = new Map();
const kind = el => el.localName.toLowerCase();
function place(el) {  // its number among its brothers of one kind, and how many these are
  const parent = el.parentElement;
  if (!parent) return [1, 1];
  if (!brothers.get(parent)?.at.has(el)) {
    const all = { at: new Map(), of: {} };
    for (const e of parent.children) all.at.set(e, all.of[kind(e)] = (all.of[kind(e)] || 0) + 1);
    brothers.set(parent, all);
  }
  return [brothers.get(parent).at.get(el), brothers.get(parent).of[kind(el)]];
}
function leads(path, el, number, below) {  // what stands at the beginning of a path, once for each element it leads to
  if (!heads.has(path)) {
    const from = below ? heads.get(below).map(e => e.parentElement) : $$(kind(el));
    heads.set(path, from.filter(e => e && kind(e) === kind(el) && (!number || place(e)[0] === number)));
  }
  return heads.get(path);
}
function selector(el) {  // the shortest path that leads to this element alone
  if (!el || el.nodeType !== 1) return "html";
  let path = "";
  for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
    const rest = path && ` > ${path}`, id = at.id && "#" + CSS.escape(at.id);
    if (id && document.querySelectorAll(id).length === 1) return id + rest;
    const [number, count] = place(at), below = path;
    path = kind(at) + (count > 1 ? `:nth-of-type(${number})` : "") + rest;
    if (leads(path, at, count > 1 && number, below).length === 1) break;
  }
  return path || "html";
}

const shown = el => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });

// Hidden for the eye, kept for screen readers: clipped away or one pixel large. Found out once for each element.
const hides = new Map();
function unseen(el) {
  if (!el || el === document.body) return false;
  if (!hides.has(el)) hides.set(el, clips(el) || unseen(el.parentElement));
  return hides.get(el);
}
function clips(el) {
  const style = getComputedStyle(el);
  if (style.position === "static" && style.overflow === "visible") return false;
  const box = el.getBoundingClientRect();
  return /inset\((50%|100%)/.test(style.clipPath) || /rect\((0|1)px/.test(style.clip)
    || style.overflow !== "visible" && box.width <= 1.5 && box.height <= 1.5;
}

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();
function colour(css) {  // any CSS colour as [r, g, b, a]; a from 0 to 1
  if (!known.has(css)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(css, [r, g, b, a / 255]);
  }
  return known.get(css);
}

const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);

// The plain colour behind an element, or null where a picture or gradient lies there.
function ground(el) {
  const layers = [];
  for (let at = el; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== "none") return null;
    const paint = colour(style.backgroundColor);
    if (paint[3] > 0) layers.push(paint);
    if (paint[3] === 1) break;
  }
  if (!layers.length || layers.at(-1)[3] < 1) layers.push(colour("Canvas"));
  return layers.reduceRight((below, top) => over(top, below));
}

function opacity(el) {
  let value = 1;
  for (let at = el; at; at = at.parentElement) value *= Number(getComputedStyle(at).opacity);
  return value;
}

const luminance = c => [0, 1, 2].map(i => c[i] / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const contrast = (a, b) => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
};

const STOPS = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], "
  + "audio[controls], video[controls], [contenteditable]:not([contenteditable=false])";

// Whether a check has to look at it: a part that is called so (kinds.js), what such a part lies over, or everything.
let laid;
function isAsked(el, only) {
  if (!only || !window.gateParts?.has(el)) return true;
  const called = part => part.names.some(name => only.includes(name));
  laid ??= [...window.gateParts].filter(([, part]) => part.over && called(part)).map(([e]) => e.getBoundingClientRect());
  const box = laid.length && el.getBoundingClientRect();
  return called(window.gateParts.get(el)) || laid.some(b => b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom);
}
