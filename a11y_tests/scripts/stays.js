// What stays on the screen while the page scrolls: each by what it is and how high, and whether there is far to scroll.
const far = document.documentElement.scrollHeight >= 512;
return $$("body *").filter(el => ["fixed", "sticky"].includes(getComputedStyle(el).position) && el.offsetWidth > 1).map(el => {
  const { position, top, bottom } = getComputedStyle(el);
  return [far, el.parentElement.className, el.tagName, el.className, position, top, bottom, Math.round(Math.log2(el.offsetHeight + 1)), el.offsetWidth > innerWidth].join("|");
});
