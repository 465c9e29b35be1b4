// Helps for reading: headings in long texts, lines that are not too long, abbreviations that are explained, where one is.
const found = [];
const say = (criterion, el, message, severity = "minor") => found.push({ criterion, selector: selector(el), message, severity });
const main = document.querySelector("main, [role=main]") || document.body;
const dense = text => (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) || []).length > text.length / 2;
const running = $$("p", main).filter(p => shown(p) && !unseen(p) && !p.closest("nav, header, footer, aside, table, figure, blockquote, pre, li, dialog, form, [role=status], [role=alert]"));

// 2.4.10: long text has headings.
let length = 0, start = null, told = false;
for (const el of $$("h1, h2, h3, h4, h5, h6, [role=heading], p, li, summary, legend", main)) {
  if (!shown(el) || el.closest("nav, footer, table, pre")) continue;
  if (/^(H\d|SUMMARY|LEGEND)$/.test(el.tagName) || el.matches("[role=heading]")) { length = 0; start = null; continue; }
  if (el.querySelector("p, li")) continue;
  const text = tidy(el.innerText);
  start = start || el;
  length += text.length * (dense(text) ? 3 : 1);
  if (length > 7000 && !told) { told = true; say("2.4.10", start, "more than a thousand words without a heading"); }
}

// 1.4.8: lines, their distance, both edges.
const seen = new Set();
const once = (key, ...rest) => { if (!seen.has(key)) { seen.add(key); say("1.4.8", ...rest); } };
for (const p of running) {
  const text = tidy(p.innerText), cjk = dense(text);
  if (text.length < (cjk ? 90 : 180)) continue;
  const style = getComputedStyle(p), size = parseFloat(style.fontSize);
  if (style.textAlign === "justify" && !cjk) once("justify", p, "both edges of its lines are straight, which makes uneven gaps between the words", "moderate");
  const height = style.lineHeight === "normal" ? 1.2 : parseFloat(style.lineHeight) / size;
  if (height < 1.48) once("height", p, `its lines are ${height.toFixed(2)} times the size of the text apart; 1.5 is easier to read`);
  const range = document.createRange();
  range.selectNodeContents(p);
  const tops = new Set([...range.getClientRects()].filter(r => r.width > 8).map(r => Math.round(r.top / (size * .9))));
  const lines = Math.max(1, Math.round(p.getBoundingClientRect().height / (height * size)) || tops.size);
  const most = cjk ? 40 : 80;
  if (lines > 1 && text.length / lines > 1.15 * most) once("length", p, `its lines hold about ${Math.round(text.length / lines)} letters; ${most} are easier to read`);
}

// 3.1.4: an abbreviation that says that it is one, and nothing says what it stands for.
const words = tidy(main.innerText);
for (const el of $$("abbr").filter(shown)) {
  const short = tidy(el.textContent), quoted = short.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (short && !el.title && !el.getAttribute("aria-label") && ![...$$("abbr[title]")].some(e => tidy(e.textContent) === short) && !$$("dfn, dt").some(e => tidy(e.textContent).includes(short))
    && !new RegExp(`[(（]\\s*${quoted}\\s*[)）]|${quoted}\\s*[(（]`, "u").test(words)) say("3.1.4", el, `"${shortened(short)}" is an abbreviation, and nothing says of what`);
}

// 2.4.8: the navigation marks the page that is open.
for (const nav of $$("nav, [role=navigation]").filter(n => shown(n) && !n.closest("[aria-hidden=true]"))) {
  const all = $$("a[href]", nav).filter(a => shown(a) && !a.getAttribute("href").startsWith("#") && !a.hash);
  const here = all.filter(a => a.href === location.href.split("#")[0] && !a.closest("[aria-current]:not([aria-current=false])"));
  if (all.length > 2 && here.length && !nav.querySelector("[aria-current]:not([aria-current=false])") && !here[0].querySelector("[aria-current]")) say("2.4.8", here[0], "it leads to the page that is open, and does not say so (aria-current)");
}
return found;
