// What makes a narrow page scroll sideways, what is cut off, and what is written over something else.
const wide = document.documentElement.clientWidth;
const found = [];
const rolls = new Map();
const sideways = ({ parentElement: at }) => {  // something around it scrolls or cuts
  if (!at || at === document.body) return false;
  if (!rolls.has(at)) rolls.set(at, getComputedStyle(at).overflowX !== "visible" || sideways(at));
  return rolls.get(at);
};
const lined = new Map();
const outside = r => r.right > wide + 1.5 || r.left < -1.5;
const beyond = new Map();  // each block, and what of it or in its lines lies outside
function block(el) {
  let at = el;
  while (!at.matches("img, svg, video, canvas, iframe, object, input, select, textarea, button, body") && getComputedStyle(at).display === "inline") at = at.parentElement;
  return at;
}
const scrolls = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
if (scrolls > wide + 1) found.push({ selector: "html", message: `the page is ${scrolls} px wide in a window of ${wide} px` });
for (const el of $$("body *")) {
  if (el.closest("svg") && el.tagName !== "svg" || !shown(el) || unseen(el)) continue;
  const box = el.getBoundingClientRect(), style = getComputedStyle(el);
  if (box.width && outside(box) && !sideways(el) && ![...el.tagName === "svg" ? [] : el.children].some(c => outside(c.getBoundingClientRect())))
    beyond.set(block(el), [...beyond.get(block(el)) || [], box]);
  else if (box.right <= wide + 1.5 && style.overflowX === "visible" && !sideways(el) && lines(el).some(outside))
    found.push({ selector: selector(el), message: `its words run out of it, beyond the edge of a window of ${wide} px` });
  const cut = ["hidden", "clip"];
  if (tidy(el.textContent) && !el.closest("svg") && (cut.includes(style.overflowX) && el.scrollWidth > el.clientWidth + 2
    || cut.includes(style.overflowY) && el.scrollHeight > el.clientHeight + 2) && losesWords(el) && !elsewhere(el))
    found.push({ selector: selector(el), message: "some of its text is cut off" });
  if (tidy(el.textContent) && ["auto", "scroll"].includes(style.overflowX) && el.scrollWidth > el.clientWidth + 2 && !el.querySelector("table, pre, svg") && !el.closest("pre, code, table, math")
    && !el.matches("textarea, select, input"))
    found.push({ selector: selector(el), message: "its text has to be scrolled sideways" });
}
for (const [el, boxes] of beyond) {
  const [from, to] = [Math.min(...boxes.map(b => b.left)), Math.max(...boxes.map(b => b.right))];
  const already = found.findIndex(one => one.message.startsWith("its words run out") && one.selector === selector(el));
  if (already >= 0) found.splice(already, 1);
  found.push({ selector: selector(el), message: `it reaches from ${Math.round(from)} to ${Math.round(to)} px in a window of ${wide} px` });
}

function lines(el) {  // where its own words stand, each line without the room above and below its letters
  if (!lined.has(el)) lined.set(el, drawn(el));
  return lined.get(el);
}
function drawn(el) {
  return [...el.childNodes].filter(n => n.nodeType === 3 && tidy(n.data)).flatMap(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(r => r.width > 2 && r.height > 4)
      .map(r => new DOMRect(r.x + 1, r.y + r.height * .25, r.width - 2, r.height * .5));
  });
}

function elsewhere(el) {  // the same words stand on the page in full, such as those of a bar in its heading
  const words = tidy(el.textContent), says = e => e.matches("h1, h2, h3") ? tidy(e.textContent).includes(words) : tidy(e.textContent) === words;
  return $$("body *").some(e => !e.contains(el) && !el.contains(e) && says(e) && shown(e) && !unseen(e)
    && (getComputedStyle(e).overflowX === "visible" || e.scrollWidth <= e.clientWidth + 2 && e.scrollHeight <= e.clientHeight + 2));
}

function losesWords(el) {  // a picture may be larger than its frame, a drawer may wait beside it: no line may be cut
  const frame = el.getBoundingClientRect();
  return $$("*", el).concat(el).some(e => shown(e) && !unseen(e) && lines(e).some(r => r.right > frame.right + 2 && r.left < frame.right || r.left < frame.left - 2 && r.right > frame.left
    || r.bottom > frame.bottom + 1 || r.top < frame.top - 1));
}

const stays = new Map();
const floats = el => {
  if (!el) return false;
  if (!stays.has(el)) stays.set(el, ["fixed", "sticky"].includes(getComputedStyle(el).position) || floats(el.parentElement));
  return stays.get(el);
};
function covers(top, below) {  // something opaque on the way up to what both stand in
  for (let at = top; at && !at.contains(below); at = at.parentElement) {
    const style = getComputedStyle(at);
    if (colour(style.backgroundColor)[3] > .5 || style.backgroundImage !== "none") return true;
  }
  return false;
}
const all = $$("body *").filter(el => !el.closest("svg, script, style, noscript, select, textarea, rt, math, [aria-hidden=true]"))
  .flatMap(el => lines(el).length && shown(el) && !unseen(el) && !floats(el) ? lines(el).map(r => ({ el, r })) : [])
  .sort((a, b) => a.r.top - b.r.top);
const said = new Set();
for (let i = 0; i < all.length && all.length < 4000; i++) {
  for (let j = i + 1; j < all.length && all[j].r.top < all[i].r.bottom - 3; j++) {
    const [a, b] = [all[i], all[j]];
    const across = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left), down = Math.min(a.r.bottom, b.r.bottom) - b.r.top;
    if (across < 6 || down < 3 || a.el.contains(b.el) || b.el.contains(a.el) || said.has(b.el)) continue;
    const [x, y] = [Math.max(a.r.left, b.r.left) + across / 2, b.r.top + down / 2];
    const stack = document.elementsFromPoint(x, y).filter(e => e === a.el || e === b.el);
    const [top, below] = stack[0] === a.el ? [a.el, b.el] : [b.el, a.el];
    if (y > 0 && y < innerHeight && stack.length < 2 || covers(top, below)) continue;
    said.add(b.el);
    found.push({ selector: selector(b.el), message: `its text is written over that of ${selector(a.el)}: "${shortened(b.el.textContent)}"` });
  }
}
return found;
