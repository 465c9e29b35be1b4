// The words that can be seen, and whether the page stands on its side.
const turned = [document.documentElement, document.body, ...$$("body > *")].find(el => {
  const { transform, rotate } = getComputedStyle(el);
  if (rotate !== "none") return Math.abs(parseFloat(rotate)) % 180 === 90;
  if (transform === "none") return false;
  const m = new DOMMatrix(transform);
  return Math.abs(m.b) > .9 && Math.abs(m.a) < .1;
});
const wide = turned && turned.getBoundingClientRect();
return { text: tidy(document.body.innerText), turned: wide && wide.width * wide.height > innerWidth * innerHeight / 2 ? selector(turned) : "" };
