// Everything that can be pressed, how large it is for a finger, and what stands too near.
const least = arguments[0];

const inline = el => getComputedStyle(el).display.startsWith("inline") || getComputedStyle(el).display === "contents";
function inSentence(el) {  // a link among other words of the same paragraph: WCAG's exception
  if (el.tagName !== "A" || !inline(el) || getComputedStyle(el).display === "inline-flex") return false;
  const holder = node => {
    let block = node.parentElement;
    while (inline(block)) block = block.parentElement;
    return block;
  };
  const walker = document.createTreeWalker(holder(el), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, other = node.parentElement;
    if (!el.contains(node) && /[\p{L}\p{N}]/u.test(node.data) && !other.closest("a, button") && shown(other) && !unseen(other)
      && holder(node) === holder(el)) return true;
  }
  return false;
}

function boxes(el) {  // its own, and the card over which it reaches
  const found = [...el.getClientRects()];
  for (const pseudo of ["::before", "::after"]) {
    const style = getComputedStyle(el, pseudo);
    if (style.content === "none" || style.position !== "absolute") continue;
    let holder = el;
    while (holder !== document.body && getComputedStyle(holder).position === "static") holder = holder.parentElement;
    if (parseFloat(style.width) >= holder.clientWidth - 2) found.push(holder.getBoundingClientRect());
  }
  return found;
}

// The lines of a link that stand one on the other, without room between them, are as high as all of them.
function high(all) {
  const rows = [...all].sort((a, b) => a.top - b.top);
  return Math.max(...rows.map((first, from) => {
    let [left, right, bottom] = [first.left, first.right, first.bottom];
    for (const next of rows.slice(from + 1)) {
      [left, right] = [Math.max(left, next.left), Math.min(right, next.right)];
      if (next.top > bottom + 1 || right - left < least) break;
      bottom = Math.max(bottom, next.bottom);
    }
    return bottom - first.top;
  }));
}

function area(el) {  // a field and its label are pressed alike; a box or radio and the words beside it are one target
  const all = boxes(el).concat([...(el.labels || [])].filter(shown).flatMap(boxes));
  const from = side => Math.min(...all.map(b => b[side])), to = side => Math.max(...all.map(b => b[side]));
  const whole = new DOMRect(from("left"), from("top"), to("right") - from("left"), to("bottom") - from("top"));
  const size = ["checkbox", "radio"].includes(el.type) ? [whole.width, whole.height]
    : [Math.max(...all.map(b => b.width)), high(all)];
  return { size, whole };
}

// WCAG 2.5.8: a circle of 24 px on the middle of a small target touches no other target, and no other such circle.
const SMALL = 23.5;
const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
function distance([x, y], box) {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}
function pressable(other, [x, y]) {  // where it is nearest it can be pressed: nothing else lies over it there
  const inside = (v, from, to) => Math.min(Math.max(v, from + 1), to - 1);
  const at = [inside(x, other.whole.left, other.whole.right), inside(y, other.whole.top, other.whole.bottom)];
  const top = document.elementFromPoint(...at);
  return !top || top.contains(other.el) || other.el.contains(top) || [...(other.el.labels || [])].some(l => l.contains(top));
}
const tiny = target => target.size[0] < SMALL || target.size[1] < SMALL;
const crowding = (target, other) => other !== target && !other.el.contains(target.el) && !target.el.contains(other.el)
  && (!target.href || other.href !== target.href) && (distance(target.middle, other.whole) < 11.5
    || tiny(other) && Math.hypot(target.middle[0] - other.middle[0], target.middle[1] - other.middle[1]) < 23.5);
const asTheBrowserMadeIt = el => ["checkbox", "radio"].includes(el.type) && getComputedStyle(el).appearance === "auto"
  && el.offsetWidth === 13 && el.offsetHeight === 13;

const targets = $$(STOPS + ", [role=button], [role=link], [role=tab], label:has(input[type=file])")
  .filter(el => shown(el) && !el.disabled && el.tagName !== "IFRAME" && !(el.tabIndex < 0 && !el.matches("input, a, button, select, textarea")))
  .filter(el => !(unseen(el) && !(el.labels && el.labels.length)))
  .filter(el => !(el.hasAttribute("tabindex") && !el.matches("a, button, input, select, textarea, summary, [role]")))
  .filter(el => !el.matches("[role=group], [role=region], [role=alert], [role=status]"))
  .map(el => ({ el, href: el.href, ...area(el) }))
  .filter(target => target.whole.width && target.whole.height)  // else nobody presses it
  .map(target => ({ ...target, middle: middle(target.whole) }));
return targets.filter(({ el, size }) => (size[0] < least || size[1] < least) && !inSentence(el))
  .map(target => {
    const { el, size } = target;
    const near = tiny(target) && !asTheBrowserMadeIt(el) && targets.find(other => crowding(target, other) && pressable(other, target.middle));
    return { selector: selector(el), text: nameOf(el),
      width: Math.round(size[0]), height: Math.round(size[1]), near: near ? selector(near.el) : "" };
  });
