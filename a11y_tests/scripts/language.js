// Which language each part says it has, and which letters stand there.
const found = [];
const say = (criterion, el, message) => found.push({ criterion, selector: selector(el), message });
const html = document.documentElement;
const RIGHT = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ku-arab)\b/i;
const valid = tag => { try { return Boolean(tag) && Intl.getCanonicalLocales(tag).length === 1; } catch { return false; } };
if (!valid(html.lang)) say("3.1.1", html, html.lang ? `"${html.lang}" is no language` : "the page does not say its language");
for (const el of $$("[lang]")) if (!valid(el.lang)) say("3.1.2", el, `"${el.lang}" is no language`);
for (const el of [html, ...$$("body [lang]")]) {
  const long = el === html || tidy(el.textContent).length > 40;  // a name keeps its own direction among other words
  if (!long || !el.lang || el.getAttribute("dir") === "auto") continue;
  const should = RIGHT.test(el.lang) ? "rtl" : "ltr", runs = getComputedStyle(el).direction;
  if (should !== runs) say("1.3.2", el, `its language is "${el.lang}", but it runs ${runs}`);
}
const LETTERS = [[/\p{Script=Arabic}/gu, /^(ar|fa|ur|ps|sd|ug|ku)\b/i, "Arabic"], [/\p{Script=Han}/gu, /^(zh|ja|yue|ko)\b/i, "Chinese"],
  [/\p{Script=Cyrillic}/gu, /^(ru|uk|bg|sr|be|mk|kk|mn)\b/i, "Cyrillic"]];
const COMMON = { en: "the a of to you your is are and or we this that it in on for with not can do by", es: "el la los las de que y en un una su sus es son para con por no se usted del al" };
const sets = Object.fromEntries(Object.entries(COMMON).map(([k, v]) => [k, new Set(v.split(" "))]));
const lang = el => (el.closest("[lang]") || html).lang.toLowerCase();
const typed = el => el.closest("[dir=auto], [translate=no], bdi, code, .code, textarea, input, script, style, noscript, template");
const BLOCK = "p, li, dd, dt, h1, h2, h3, h4, legend, label, td, th, caption, a, button, summary, span, div, section, main, body";
const spoken = new Map();  // the words of each block in the block's own language
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, el = node.parentElement;
  if (!tidy(node.data) || typed(el) || !shown(el)) continue;
  for (const [letters, languages, name] of LETTERS) {
    const count = (node.data.match(letters) || []).length;
    if (count > 1 && !languages.test(lang(el))) say("3.1.2", el, `${name} letters in a part whose language is "${lang(el)}": "${shortened(node.data)}"`);
  }
  const block = el.closest(BLOCK) || el;
  if (lang(block) === lang(el)) spoken.set(block, (spoken.get(block) || "") + " " + node.data);
}
const CODE = /[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/u;  // "VC-6A0A-DX0A" holds no English "a"
const plain = text => text.toLowerCase().split(/\s+/).filter(word => !CODE.test(word)).join(" ");
for (const [block, text] of spoken) {
  const words = plain(text).match(/\p{Script=Latin}+/gu) || [];
  if (words.length < 5) continue;
  const here = lang(block).split("-")[0];
  const score = Object.fromEntries(Object.entries(sets).map(([k, set]) => [k, words.filter(w => set.has(w)).length]));
  for (const [other, count] of Object.entries(score)) {
    if (other !== here && count >= 3 && count > 2 * (score[here] || 0)) say("3.1.2", block, `it reads like "${other}" in a part whose language is "${here}": "${shortened(text)}"`);
  }
}
return found;
