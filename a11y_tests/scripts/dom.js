// What the checks' scripts share. Each script is dom.js and then itself, run as the body of one function.
const $$ = (css, root = document) => [...root.querySelectorAll(css)];
const tidy = text => (text || "").replace(/\s+/g, " ").trim();
const shortened = text => tidy(text).slice(0, 60);

function selector(el) {  // the shortest path that leads to this element alone
  if (!el || el.nodeType !== 1) return "html";
  const steps = [];
  for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
    if (at.id && document.querySelectorAll("#" + CSS.escape(at.id)).length === 1) {
      steps.unshift("#" + CSS.escape(at.id));
      break;
    }
    const same = at.parentElement ? [...at.parentElement.children].filter(e => e.tagName === at.tagName) : [at];
    steps.unshift(at.tagName.toLowerCase() + (same.length > 1 ? `:nth-of-type(${same.indexOf(at) + 1})` : ""));
    if (document.querySelectorAll(steps.join(" > ")).length === 1) break;
  }
  return steps.join(" > ") || "html";
}

const shown = el => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });

// Hidden for the eye, kept for screen readers: clipped away or one pixel large.
function unseen(el) {
  for (let at = el; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.position === "static" && style.overflow === "visible") continue;
    const box = at.getBoundingClientRect();
    if (/inset\((50%|100%)/.test(style.clipPath) || /rect\((0|1)px/.test(style.clip)) return true;
    if (style.overflow !== "visible" && box.width <= 1.5 && box.height <= 1.5) return true;
  }
  return false;
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
