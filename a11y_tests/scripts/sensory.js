// What is told by colour alone: links in running text, fields that have to be filled in, fields with a mistake.
const found = [];
const say = (el, message) => found.push({ criterion: "1.4.1", selector: selector(el), message });
const plain = style => style.textDecorationLine === "none" && style.borderBottomStyle === "none" && style.boxShadow === "none"
  && style.backgroundImage === "none" && style.outlineStyle === "none";
const drawn = (el, pseudo) => { const { content } = getComputedStyle(el, pseudo); return !["none", "normal", '""'].includes(content); };
const block = el => { while (getComputedStyle(el).display.startsWith("inline") && el.parentElement) el = el.parentElement; return el; };

for (const link of $$("p a[href], li a[href], dd a[href], td a[href], blockquote a[href], figcaption a[href]")) {
  const style = getComputedStyle(link), words = tidy(link.innerText);
  if (!["inline", "inline-block"].includes(style.display) || !shown(link) || unseen(link) || !/\p{L}/u.test(words) || link.closest("nav, [role=navigation]")) continue;
  const holder = block(link);
  const around = [...holder.childNodes].filter(n => n.nodeType === 3 && (tidy(n.data).match(/\p{L}/gu) || []).length > 8);
  if (!around.length || !plain(style) || drawn(link, "::before") || drawn(link, "::after") || link.querySelector("img, svg")) continue;
  const inside = $$("*", link).filter(e => tidy(e.textContent) === words).concat(link);  // its own words may wear the line
  const beside = getComputedStyle(holder);
  if (inside.some(e => { const s = getComputedStyle(e); return !plain(s) || s.fontWeight !== beside.fontWeight || s.fontStyle !== beside.fontStyle
    || s.fontFamily !== beside.fontFamily || s.fontVariantCaps !== beside.fontVariantCaps || Math.abs(parseFloat(s.fontSize) - parseFloat(beside.fontSize)) > 2
    || s.textTransform !== beside.textTransform || colour(s.backgroundColor)[3] > 0; })) continue;
  let line = link.parentElement;
  for (; line !== holder && plain(getComputedStyle(line)); line = line.parentElement);
  if (line !== holder) continue;
  const apart = contrast(colour(getComputedStyle(inside[0]).color), colour(beside.color));
  if (apart < 3) say(link, `only its colour tells it from the words around, with a contrast of ${apart.toFixed(2)}: "${shortened(words)}"`);
}

const fields = $$("input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea")
  .filter(f => shown(f) && f.labels && f.labels.length && shown(f.labels[0]));
const words = label => [...label.childNodes].map(n => n.nodeType === 3 ? n.data : n.matches?.("input, select, textarea") ? "" : n.textContent).join("");
const marks = label => [label, ...$$("*", label)].some(e => drawn(e, "::before") || drawn(e, "::after")) || label.querySelector("img, svg, abbr")
  || /[*＊∗•]|requi|obligat|necesari|optional|opcional|必|選|مطلوب|إلزامي|اختياري/i.test(words(label));
const look = label => { const s = getComputedStyle(label); return [s.fontWeight, s.fontStyle, s.textDecorationLine].join(); };
const needed = f => f.required || f.getAttribute("aria-required") === "true";
for (const form of $$("form")) {
  const own = fields.filter(f => f.form === form && !["checkbox", "radio"].includes(f.type)), must = own.filter(needed), may = own.filter(f => !needed(f));
  for (const field of must) {
    const label = field.labels[0], paint = getComputedStyle(label).color;
    const others = may.map(f => f.labels[0]);
    if (!others.length || marks(label) || others.some(o => marks(o) || getComputedStyle(o).color === paint || look(o) !== look(label))) continue;
    if (/\p{L}/u.test(words(label))) say(field, `only the colour of its label says that it has to be filled in: "${shortened(words(label))}"`);
  }
  const edge = f => { const s = getComputedStyle(f); return [s.borderBottomColor, s.backgroundColor, s.color, f.labels[0] && getComputedStyle(f.labels[0]).color].join(); };
  const shape = f => { const s = getComputedStyle(f); return [s.borderBottomWidth, s.borderBottomStyle, s.borderLeftWidth, s.backgroundImage, s.outlineStyle].join(); };
  const right = own.filter(f => f.getAttribute("aria-invalid") !== "true");
  for (const field of own.filter(f => f.getAttribute("aria-invalid") === "true")) {
    let group = field;  // all that belongs to this field and no other
    while (group.parentElement !== form && fields.filter(f => group.parentElement.contains(f)).length === 1) group = group.parentElement;
    const ids = `${field.getAttribute("aria-describedby") || ""} ${field.getAttribute("aria-errormessage") || ""}`.split(/\s+/).filter(Boolean);
    const told = ids.some(id => { const e = document.getElementById(id); return e && shown(e) && tidy(e.textContent); })
      || group.contains(field) && group !== field && tidy(group.innerText).length > tidy(field.labels[0].innerText).length + 3
      || group.querySelector("svg, img") || $$("[role=alert], [role=alertdialog]").some(e => shown(e) && tidy(e.textContent));
    const alike = right.find(f => f.tagName === field.tagName && f.type === field.type);
    if (!told && alike && edge(alike) !== edge(field) && shape(alike) === shape(field)) say(field, "only colour says that there is a mistake in it");
  }
}

for (const menu of $$("nav, [role=navigation]")) {  // where one is, told by colour and by nothing else
  const links = $$("a[href]", menu).filter(a => shown(a) && !unseen(a) && tidy(a.innerText));
  if (links.length < 3 || links.some(a => a.matches("[aria-current]:not([aria-current=false])"))) continue;
  const ink = a => getComputedStyle(a).color;
  const cut = a => { const s = getComputedStyle(a); return [s.fontWeight, s.fontStyle, s.fontSize, s.textDecorationLine, s.borderBottomStyle, s.borderBottomWidth,
    s.backgroundColor, s.backgroundImage, s.boxShadow, drawn(a, "::before"), drawn(a, "::after")].join(); };
  const odd = links.filter(a => links.every(other => other === a || ink(other) !== ink(a)));
  if (odd.length === 1 && new Set(links.map(ink)).size === 2 && new Set(links.map(cut)).size === 1) say(odd[0], `only its colour tells it from the others of its menu: "${shortened(odd[0].innerText)}"`);
}
return found;
