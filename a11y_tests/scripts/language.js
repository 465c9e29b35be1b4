// Which language each part says it has, and which letters stand there.
const [simplified] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const html = document.documentElement;
const RIGHT = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ku-arab)\b/i;
const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
const valid = tag => {  // "english", "cn" and "en_US" are no languages; a rare one of three letters may be unknown here
  try {
    const [first] = String(tag).split("-");
    return Boolean(tag) && Intl.getCanonicalLocales(tag).length === 1 && (first.length === 3 || first.length === 2 && Boolean(languages.of(first)) || /^[ix]$/i.test(first));
  } catch { return false; }
};
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
const HAN = new Set(simplified), TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;
const COMMON = { en: "the a of to you your is are and or we this that it in on for with not can do by", es: "el la los las de que y en un una su sus es son para con por no se usted del al",
  fr: "le la les des de du et en un une est sont pour avec dans sur vous nous que qui ne pas au aux ce cette", de: "der die das und ist sind ein eine einen mit für auf von zu den dem nicht sie wir ich es im" };
const sets = Object.fromEntries(Object.entries(COMMON).map(([k, v]) => [k, new Set(v.split(" "))]));
const lang = el => (el.closest("[lang]") || html).lang.toLowerCase();
const typed = el => el.closest("[dir=auto], [translate=no], bdi, code, .code, textarea, input, script, style, noscript, template");
const whole = el => (el.closest("[lang]") || html) === html;  // it has the language of the page
let fits = 0;
const strange = (el, message) => { say("3.1.2", el, message); found.at(-1).whole = whole(el); };
const BLOCK = "p, li, dd, dt, h1, h2, h3, h4, legend, label, td, th, caption, a, button, summary, span, div, section, main, body";
const spoken = new Map();  // the words of each block in the block's own language
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, el = node.parentElement;
  if (!tidy(node.data) || typed(el) || !shown(el)) continue;
  for (const [letters, languages, name] of LETTERS) {
    const count = (node.data.match(letters) || []).length;
    if (count > 1 && languages.test(lang(el))) fits += whole(el);
    if (count > 1 && !languages.test(lang(el))) strange(el, `${name} letters in a part whose language is "${lang(el)}": "${shortened(node.data)}"`);
  }
  const wrong = TRADITIONAL.test(lang(el)) ? [...node.data].filter(letter => HAN.has(letter)) : [];
  if (wrong.length) say("3.1.2", el, `Simplified letters (${[...new Set(wrong)].slice(0, 5).join(" ")}) in a part whose language is "${lang(el)}": "${shortened(node.data)}"`);
  const block = el.closest(BLOCK) || el;
  if (lang(block) === lang(el)) spoken.set(block, (spoken.get(block) || "") + " " + node.data);
}
const OTHER_LETTERS = /^(ar|fa|ur|he|zh|ja|ko|yue|ru|uk|bg|sr|el|th|hi|bn|ta|ka|hy|am)$/;
const CODE = /[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/u;  // "VC-6A0A-DX0A" holds no English "a"
const plain = text => text.toLowerCase().split(/\s+/).filter(word => !CODE.test(word)).join(" ");
for (const [block, text] of spoken) {
  const words = plain(text).match(/\p{Script=Latin}+/gu) || [];
  if (words.length < 5) continue;
  const here = lang(block).split("-")[0];
  if (!(here in sets) && !OTHER_LETTERS.test(here)) continue;  // a neighbour of one of these languages may share its small words
  const score = Object.fromEntries(Object.entries(sets).map(([k, set]) => [k, words.filter(w => set.has(w)).length]));
  if (score[here] >= 3) fits += whole(block);
  for (const [other, count] of Object.entries(score)) {
    if (other !== here && count >= 3 && count > 2 * (score[here] || 0)) strange(block, `it reads like "${other}" in a part whose language is "${here}": "${shortened(text)}"`);
  }
}

// A part that says its language holds its letters.
const OWN = [[/^(ar|fa|ur|ps)\b(?!-latn)/i, /\p{Script=Arabic}/u], [/^(zh|yue)\b(?!-latn)/i, /\p{Script=Han}/u], [/^ja\b(?!-latn)/i, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  [/^(ru|uk|bg)\b(?!-latn)/i, /\p{Script=Cyrillic}/u], [/^he\b(?!-latn)/i, /\p{Script=Hebrew}/u], [/^(en|es|fr|de|pt|it|ca|gl|eu)\b/i, /\p{Script=Latin}/u]];
for (const el of $$("body [lang]").filter(shown)) {
  const text = [...el.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(" "), own = OWN.find(([tag]) => tag.test(el.lang));
  if (own && !el.closest("[translate=no], code, [dir=auto]") && (text.match(/\p{L}/gu) || []).length > 3 && !own[1].test(text)) say("3.1.2", el, `it says that its language is "${el.lang}", and has none of its letters: "${shortened(text)}"`);
}

// Languages by their own names, as in a choice of languages.
const NAMES = { english: "en", español: "es", castellano: "es", français: "fr", deutsch: "de", italiano: "it", português: "pt", català: "ca", galego: "gl", euskara: "eu", nederlands: "nl", polski: "pl", svenska: "sv", türkçe: "tr" };
const choices = $$("a, button, option").filter(el => NAMES[tidy(el.textContent).toLocaleLowerCase()]);
if (choices.length > 1) for (const el of choices) {
  const should = NAMES[tidy(el.textContent).toLocaleLowerCase()], inner = el.querySelector("[lang]") || el;
  if (lang(inner).split("-")[0] !== should && (shown(el) || el.tagName === "OPTION")) say("3.1.2", el, `"${tidy(el.textContent)}" does not say that it is in "${should}"`, "moderate");
}

// Groups of figures in a text that runs from right to left change places: a telephone number becomes another one
// (a no-break space keeps them together).
const PHONE = /(?<![\d\p{L}])\+?\d{1,4}(?:[ -]\d{2,}){2,}(?![\d\p{L}])/u;
const figures = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (figures.nextNode()) {
  const node = figures.currentNode, el = node.parentElement, number = node.data.match(PHONE);
  if (!number || number[0].replace(/\D/g, "").length < 7 || getComputedStyle(el).direction !== "rtl" || el.closest("bdi, [dir=auto], textarea, script, style") || !shown(el)) continue;
  const block = el.closest(BLOCK) || el, before = block.textContent.slice(0, Math.max(0, block.textContent.indexOf(number[0])));
  if (/^(isolate|plaintext|bidi-override)/.test(getComputedStyle(el).unicodeBidi) && el !== block) continue;
  if (/\p{Script=Arabic}[^\p{L}\u200e\u202a\u2066\u2068]*$/u.test(before)) say("1.3.2", el, `the groups of "${number[0]}" change places in a text that runs from right to left; isolate it (<bdi dir="ltr">)`, "moderate");
}

// Where more parts are strange than fit, it is the page that says the wrong language.
const odd = found.filter(one => one.whole);
if (odd.length < 3 || odd.length <= fits) return found;
say("3.1.1", html, `${odd.length} parts of the page are not in its language, the first: ${odd[0].message}`);
return found.filter(one => !one.whole);
