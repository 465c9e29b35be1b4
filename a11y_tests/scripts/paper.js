// The words of the main part: which of them are seen now, and what would be cut or lost on paper.
const main = document.querySelector("main, [role=main], article") || document.body;
const paper = matchMedia("print").matches;
const texts = [], found = [];
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, el = node.parentElement;
  if (!/[\p{L}\p{N}]/u.test(node.data) || /^(script|style|noscript|template|option)$/i.test(el.tagName)) continue;
  if (el.closest("nav, form, button, [role=navigation], [role=search], aside, footer, header") || !shown(el) || unseen(el) || el.closest("p > a:only-child")?.parentElement.innerText === el.innerText) continue;
  texts.push({ el, words: tidy(node.data) });
}
if (paper) {
  const said = new Set();
  for (const { el, words } of texts) {
    const below = ground(el), style = getComputedStyle(el), ink = colour(style.webkitTextFillColor);
    if (!below || ink[3] < .02 || said.has(el) || style.textShadow !== "none" || opacity(el) < 1) continue;
    if (contrast(ink, below) < 1.3) found.push({ selector: selector(el), message: `on paper it has the colour of the paper: "${words.slice(0, 60)}"` });
    said.add(el);
  }
  for (let at = main; at; at = at.parentElement) {
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    if (["hidden", "clip", "auto", "scroll"].includes(style.overflowY) && at !== document.documentElement
      && !(at === document.body && getComputedStyle(document.documentElement).overflowY === "visible") && at.scrollHeight > at.clientHeight + 40)
      found.push({ selector: selector(at), message: `on paper ${Math.round(at.scrollHeight - box.height)} px of the text are cut off` });
  }
}
return { count: texts.reduce((sum, t) => sum + t.words.length, 0), found, main: selector(main) };
