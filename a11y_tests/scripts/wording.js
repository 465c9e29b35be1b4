// Words that only some people can follow.
const [controls, senses] = arguments;
const found = [];
const say = (criterion, el, message, severity = "moderate") => found.push({ criterion, selector: selector(el), message, severity });
const plain = text => tidy(text).toLocaleLowerCase().normalize("NFKC");
const han = /[\p{Script=Han}]/u;

// A control told by its shape, colour or place (1.3.3): within three words of each other, and no name in quotes beside it.
const holds = (words, list) => list.flatMap(item => {
  if (han.test(item)) return [];
  const parts = item.split(" ");
  return words.flatMap((_, i) => parts.every((part, j) => words[i + j] === part) ? [i] : []);
});
function senseOnly(sentence) {
  if (/[“”«»「」"]/.test(sentence)) return false;
  if (han.test(sentence)) return controls.some(c => han.test(c) && senses.some(s => han.test(s) && new RegExp(`${s}的?.{0,4}${c}|${c}.{0,3}${s}`, "u").test(sentence)));
  const words = plain(sentence).split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  const where = holds(words, controls), how = holds(words, senses);
  return where.some(a => how.some(b => a !== b && Math.abs(a - b) <= 4));
}
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const el = walker.currentNode.parentElement, text = tidy(walker.currentNode.data);
  if (!text || !shown(el) || el.closest("script, style, code, pre, textarea, [contenteditable]")) continue;
  if (/(^|\s)(\p{L}\s){4,}\p{L}(\s|$)/u.test(text)) say("1.3.2", el, `its letters stand apart, so they are read one by one: "${shortened(text)}"`, "serious");
  if (el.closest("a, button, label, h1, h2, h3, summary, [dir=auto], bdi")) continue;
  for (const sentence of text.split(/[.!?。！？؟]\s*/)) {
    if (senseOnly(sentence)) say("1.3.3", el, `it tells people to find a control by how it looks or where it stands: "${shortened(sentence)}"`);
  }
}

// Headings and fields that cannot be told apart (2.4.6).
const alike = new Map();
for (const h of $$("h1, h2, h3, h4, h5, h6").filter(shown)) {
  const above = [...alike.values()].flat().findLast?.(o => o.tagName < h.tagName);
  const key = `${h.tagName} ${above ? selector(above) : ""} ${plain(h.innerText)}`;
  if (tidy(h.innerText)) alike.set(key, (alike.get(key) || []).concat(h));
}
for (const all of alike.values()) if (all.length > 2) for (const h of all.slice(1)) say("2.4.6", h, `${all.length} headings in a row say the same: "${shortened(h.innerText)}"`);
const called = new Map();
for (const f of $$("input:not([type=hidden], [type=radio], [type=checkbox], [type=submit], [type=button]), select, textarea")) {
  if (!shown(f) || !f.labels?.length || f.closest("fieldset, [role=group], tr, li, [role=row]")) continue;
  const key = plain(f.labels[0].innerText);
  if (key) called.set(key, (called.get(key) || []).concat(f));
}
for (const all of called.values()) if (all.length > 2) for (const f of all.slice(1)) say("2.4.6", f, `${all.length} fields are called "${shortened(f.labels[0].innerText)}"`);

// Words that are a picture (1.4.5): drawn in an SVG, or all that a heading or button shows.
for (const img of $$("img, input[type=image]").filter(shown)) {
  if (!/\p{L}{2}/u.test(img.alt || "") || img.closest("header a, [role=banner] a, figure")) continue;
  const drawn = /^data:image\/svg/.test(img.src || "") && /<text|%3Ctext/i.test(img.src);
  const holder = img.closest("h1, h2, h3, h4, h5, h6, button");
  if (drawn || holder && !tidy(holder.innerText) && plain(img.alt).split(" ").length > 1) say("1.4.5", img, `its words are a picture: "${shortened(img.alt)}"`);
}
return found;
