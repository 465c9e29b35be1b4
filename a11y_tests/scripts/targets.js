// Everything that can be pressed, and how large it is for a finger.
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

function area(el) {
  let boxes = [...el.getClientRects()];
  for (const pseudo of ["::before", "::after"]) {  // a link that reaches over its whole card
    const style = getComputedStyle(el, pseudo);
    if (style.content === "none" || style.position !== "absolute") continue;
    let holder = el;
    while (holder !== document.body && getComputedStyle(holder).position === "static") holder = holder.parentElement;
    if (parseFloat(style.width) >= holder.clientWidth - 2) boxes.push(holder.getBoundingClientRect());
  }
  for (const label of el.labels || []) if (shown(label)) boxes = boxes.concat([...label.getClientRects()]);
  const wide = Math.max(...boxes.map(b => b.width)), high = Math.max(...boxes.map(b => b.height));
  if (!["checkbox", "radio"].includes(el.type)) return [wide, high];
  const [own, around] = [el.getBoundingClientRect(), boxes];  // a box with its words beside it is one target
  const left = Math.min(own.left, ...around.map(b => b.left)), right = Math.max(own.right, ...around.map(b => b.right));
  const top = Math.min(own.top, ...around.map(b => b.top)), bottom = Math.max(own.bottom, ...around.map(b => b.bottom));
  return [right - left, bottom - top];
}

return $$(STOPS + ", [role=button], [role=link], [role=tab], label:has(input[type=file])")
  .filter(el => shown(el) && !el.disabled && el.tagName !== "IFRAME" && !(el.tabIndex < 0 && !el.matches("input, a, button, select, textarea")))
  .filter(el => !(unseen(el) && !(el.labels && el.labels.length)))
  .filter(el => !(el.hasAttribute("tabindex") && !el.matches("a, button, input, select, textarea, summary, [role]")))
  .filter(el => !el.matches("[role=group], [role=region], [role=alert], [role=status]"))
  .map(el => ({ el, size: area(el) }))
  .filter(({ el, size }) => (size[0] < least || size[1] < least) && !inSentence(el))
  .map(({ el, size }) => ({ selector: selector(el), text: shortened(el.innerText || el.name || el.getAttribute("aria-label")),
    width: Math.round(size[0]), height: Math.round(size[1]) }));
