// What makes a narrow page scroll sideways, and what is cut off.
const wide = document.documentElement.clientWidth;
const found = [];
const sideways = el => {
  for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) {
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
  }
  return false;
};
const scrolls = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
if (scrolls > wide + 1) found.push({ selector: "html", message: `the page is ${scrolls} px wide in a window of ${wide} px` });
for (const el of $$("body *")) {
  if (el.closest("svg") && el.tagName !== "svg" || !shown(el) || unseen(el)) continue;
  const box = el.getBoundingClientRect(), style = getComputedStyle(el);
  if (box.width && (box.right > wide + 1.5 || box.left < -1.5) && !sideways(el) && ![...el.tagName === "svg" ? [] : el.children].some(c => {
    const inner = c.getBoundingClientRect();
    return inner.right > wide + 1.5 || inner.left < -1.5;
  })) found.push({ selector: selector(el), message: `it reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px in a window of ${wide} px` });
  const cut = ["hidden", "clip"];
  if (tidy(el.textContent) && !el.closest("svg") && (cut.includes(style.overflowX) && el.scrollWidth > el.clientWidth + 2
    || cut.includes(style.overflowY) && el.scrollHeight > el.clientHeight + 2))
    found.push({ selector: selector(el), message: "some of its text is cut off" });
  if (["auto", "scroll"].includes(style.overflowX) && el.scrollWidth > el.clientWidth + 2 && !el.querySelector("table, pre, svg")
    && !el.matches("textarea, select, input"))
    found.push({ selector: selector(el), message: "its text has to be scrolled sideways" });
}
return found;
