// Lists, tables and headings that only look like ones, or only are called so.
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const letters = text => (text || "").replace(/[^\p{L}\p{N}]+/gu, "");
const PLACE = "pre, code, nav, header, footer, blockquote, address, [aria-hidden=true], [role=presentation], svg, figure, button, a, label, td, th, dialog, summary";

// Lines that begin with a bullet or count upwards.
const BULLET = /^\s*(?:[•·▪▫◦●○■‣⁃・►▸✓✔]|[-*–](?=\s))\s*\S/u;
const number = line => Number((line.match(/^\s*[（(]?(\d{1,2})\s*[.)、）](?=\s*\p{L})/u) || [])[1] || NaN);
const listed = lines => {
  const bullets = lines.filter(line => BULLET.test(line)).length;
  const counts = lines.map(number).filter(n => !Number.isNaN(n));
  return bullets >= 3 || bullets === 2 && lines.length === 2 || counts.length >= 3 && counts.every((n, i) => n === counts[0] + i) && counts[0] <= 1;
};
const plain = el => shown(el) && !el.closest(PLACE) && !el.querySelector("p, ul, ol, table, div, pre");
for (const el of $$("main br, [role=main] br, body > br, div > br, p > br").map(br => br.parentElement).filter((el, i, all) => all.indexOf(el) === i)) {
  if (!el.closest("li, dl") && plain(el) && listed(el.innerText.split("\n").filter(tidy))) say("1.3.1", el, `lines that look like a list and are none: "${shortened(el.innerText)}"`, "moderate");
}
const runs = new Set();
for (const el of $$("p, div").filter(e => plain(e) && BULLET.test(e.innerText) || plain(e) && !Number.isNaN(number(e.innerText)))) {
  if (runs.has(el.parentElement) || el.closest("li, dl")) continue;
  const lines = [];
  for (let at = el; at && at.tagName === el.tagName && plain(at) && letters(at.innerText); at = at.nextElementSibling) lines.push(at.innerText);
  if (lines.length < 3 || !listed(lines) || lines.some(line => line.length > 300)) continue;
  runs.add(el.parentElement);
  say("1.3.1", el, `${lines.length} parts that look like a list and are none: "${shortened(el.innerText)}"`, "moderate");
}

// Tables.
const quiet = t => t.matches("[role=presentation], [role=none]") || t.closest("[aria-hidden=true]") || !shown(t);
const data = [];
for (const table of $$("table").filter(t => !quiet(t))) {
  const trs = [...table.rows].filter(shown), cells = trs.flatMap(r => [...r.cells]), heads = cells.filter(c => c.tagName === "TH" || /^(row|column)header$/.test(c.getAttribute("role")));
  const blocks = cells.filter(c => c.querySelector("h1, h2, h3, h4, h5, h6, form, table, nav, pre, ul, ol, iframe, video, p + p") || c.innerText.length > 250 || c.querySelector("pre, textarea"));
  const full = cells.filter(c => letters(c.innerText)), wide = Math.max(0, ...trs.map(r => r.cells.length));
  if (trs.length < 2 || wide < 2 || table.matches("[role]:not([role=table], [role=grid], [role=treegrid])")) continue;
  if (!heads.length) {
    if (table.querySelector("h1, h2, nav, main") && !table.parentElement.closest("table")) say("1.3.1", table, "a table lays out the page: it needs role=\"presentation\", or no table at all", "minor");
    else if (trs.length >= 3 && full.length >= 6 && full.length > .6 * cells.length && !blocks.length) say("1.3.1", table, "a table without a header cell");
    continue;
  }
  data.push(table);
  if (trs[0] && [...trs[0].cells].length > 1 && [...trs[0].cells].every(c => c.tagName === "TH" && c.scope === "row")) say("1.3.1", trs[0].cells[0], "the headers of columns say that they are headers of rows");
  for (const th of heads) if (/^col(group)?$/.test(th.scope) && th.cellIndex === 0 && th.parentElement.rowIndex > 0 && [...th.parentElement.cells].slice(1).every(c => c.tagName === "TD") && th.parentElement.cells.length > 1 && th.colSpan < 2) {
    say("1.3.1", th, "the header of a row says that it is the header of a column", "moderate");
    break;
  }
  const caption = table.querySelector("caption");
  if (caption && !letters(caption.textContent)) say("1.3.1", caption, "the caption is empty", "moderate");
  const top = trs[0], span = [...top.cells].some(c => c.colSpan > 1) && trs[1] && [...trs[1].cells].some(c => c.tagName === "TH") && [...trs[1].cells].length > 2 && [...trs[1].cells].every(c => c.tagName === "TH");
  if (span && !table.querySelector("[scope], [headers]")) say("1.3.1", table, "headers over headers, and neither scope nor headers says which cell belongs to which", "moderate");
}
const named = t => t.querySelector("caption") || t.hasAttribute("aria-label") || t.hasAttribute("aria-labelledby") || t.hasAttribute("aria-describedby") || t.closest("figure")?.querySelector("figcaption");
const above = t => {  // the words or heading right above say what it is
  for (let at = t; at && !at.matches("main, body"); at = at.parentElement) {
    if (at.previousElementSibling) return !at.previousElementSibling.matches("table") && !at.previousElementSibling.querySelector("table") && letters(at.previousElementSibling.innerText);
  }
  return false;
};
if (data.length > 1) for (const t of data) if (!named(t) && !above(t)) say("1.3.1", t, "one of several tables, and nothing names it", "minor");

// Words that are drawn as a heading.
const body = $$("main p, [role=main] p, body p").find(p => p.innerText.length > 60 && shown(p));
const base = parseFloat(getComputedStyle(body || document.body).fontSize);
for (const el of $$("main p, main div, main span, [role=main] p, [role=main] div")) {
  const text = tidy(el.innerText), style = getComputedStyle(el), inner = el.querySelector(":scope > strong:only-child, :scope > b:only-child");
  if (!text || text.length > 80 || !shown(el) || unseen(el) || style.display.startsWith("inline") || el.querySelector("*:not(strong, b, em, span, br)")) continue;
  if (el.closest(PLACE + ", dl, li, legend, h1, h2, h3, h4, h5, h6, [role=heading], [role=status], [role=alert], hgroup") || /[.:;,!?。：，！？؟،]$/.test(text) || !/^\p{L}/u.test(text)) continue;
  const bold = Number(getComputedStyle(inner || el).fontWeight) >= 600, large = parseFloat(getComputedStyle(inner || el).fontSize) >= 1.25 * base;
  const next = el.nextElementSibling;
  if (bold && large && next && next.matches("p, ul, ol, dl, table, div") && tidy(next.innerText).length > 2 * text.length && Number(getComputedStyle(next).fontWeight) < 600
    && !el.previousElementSibling?.matches("h1, h2, h3, h4, h5, h6, hgroup")) say("1.3.1", el, `it looks like a heading and is none: "${shortened(text)}"`, "moderate");
}
for (const h of $$("h1, h2, h3, h4, h5, h6").filter(shown)) if (tidy(h.innerText).length > 200) say("1.3.1", h, "a paragraph is marked as a heading", "moderate");
return found;
