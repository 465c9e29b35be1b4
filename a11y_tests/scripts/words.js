// The words that can be seen, but for messages: these come and go by themselves.
const LIVE = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
while (walker.nextNode()) {
  const { data, parentElement: el } = walker.currentNode;
  if (tidy(data) && shown(el) && !el.closest(LIVE)) words.push(tidy(data));
}
return words.join(" ");
