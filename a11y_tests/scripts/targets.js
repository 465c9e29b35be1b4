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

function area(el) {  // a field and its label are pressed alike; a box or radio and the words beside it are one target
  const all = boxes(el).concat([...(el.labels || [])].filter(shown).flatMap(boxes));
  if (!["checkbox", "radio"].includes(el.type)) return [Math.max(...all.map(b => b.width)), Math.max(...all.map(b => b.height))];
  const from = side => Math.min(...all.map(b => b[side])), to = side => Math.max(...all.map(b => b[side]));
  return [to("right") - from("left"), to("bottom") - from("top")];
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
