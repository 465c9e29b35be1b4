// How much of a low window is taken by what stays while the page scrolls.
const most = document.documentElement.scrollHeight;
if (most < innerHeight * 2 || document.querySelector("dialog:modal, [role=dialog][aria-modal=true]")) return null;
scrollTo({ top: innerHeight * .75, behavior: "instant" });
const bars = $$("body *").filter(el => ["fixed", "sticky"].includes(getComputedStyle(el).position) && shown(el) && !unseen(el))
  .map(el => ({ el, box: el.getBoundingClientRect() }))
  .filter(({ el, box }) => Math.min(box.right, innerWidth) - Math.max(box.left, 0) > innerWidth / 2 && box.bottom > 0 && box.top < innerHeight && (getComputedStyle(el).position === "fixed" || box.top < 2 || box.bottom > innerHeight - 2)
    && getComputedStyle(el).pointerEvents !== "none" && (getComputedStyle(el).position === "fixed" || box.height < innerHeight * 3));
const rows = new Array(innerHeight).fill(0);
for (const { box } of bars) for (let y = Math.max(0, Math.round(box.top)); y < Math.min(innerHeight, Math.round(box.bottom)); y++) rows[y] = 1;
const taken = rows.reduce((a, b) => a + b, 0);
scrollTo({ top: 0, behavior: "instant" });
if (taken <= innerHeight / 2) return null;
const largest = bars.sort((a, b) => b.box.height - a.box.height)[0].el;
return { selector: selector(largest), taken, high: innerHeight };
