// What a page is made of: each kind of part once, by what it is, where it stands and how it is drawn, not by its words.
// Two parts of one kind look alike and behave alike, so that what takes long need look at one of them only. Five names
// for each part: what it is and does (kind), also how it is set (style), also its size and what cuts it off (shape); what
// it is and its colours (paint), also its shape (look).
const size = el => [Math.round(Math.log2((el.offsetHeight || 0) + 1)), (el.offsetWidth || 0) > innerWidth].join("x");  // words are longer or shorter
const placed = style => [style.fontSize, style.borderTopWidth, style.borderBottomWidth, style.position, style.overflowX, style.overflowY,
  style.display, style.order, style.visibility, style.pointerEvents, style.transform, style.rotate, style.animationName, style.touchAction].join(",");
const painted = style => [style.color, style.backgroundColor, style.backgroundImage === "none" ? "" : style.backgroundImage, style.fontWeight,
  style.borderTopColor, style.borderBottomColor, style.outlineStyle, style.opacity, style.textShadow, style.filter, style.webkitTextFillColor].join(",");
const STATES = ["type", "role", "tabindex", "disabled", "inert", "open", "aria-expanded", "aria-current", "aria-selected", "aria-pressed",
  "aria-invalid", "aria-hidden", "popover", "placeholder", "draggable", "contenteditable", "autofocus"];
const state = el => STATES.filter(name => el.hasAttribute(name)).map(name => name === "placeholder" ? name : `${name}=${el.getAttribute(name)}`).join(",")
  + (el.checked ? ",checked" : "") + [...el.attributes].filter(a => a.name.startsWith("on")).map(a => `,${a.name}=${a.value}`).join("");
const paper = getComputedStyle(document.documentElement).backgroundColor;
const parts = new Map();
window.gateParts = new Map();  // what each element is called
// What it stands in: the two elements around it, whatever lies behind it, and whatever cuts it off.
function walk(el, parent, outer, ground, cut) {
  const style = getComputedStyle(el);
  if (style.display === "none") return;
  const own = `${el.tagName}.${[...el.classList].join(".")}[${state(el)}]`, here = `${outer}>${parent}>${own}`;
  if (style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none") ground = `${style.backgroundColor}${style.backgroundImage}`;
  if (style.opacity !== "1" || style.filter !== "none") ground += style.opacity + style.filter;
  const words = [...el.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  const control = el.tabIndex >= 0 || /^(INPUT|SELECT|TEXTAREA|BUTTON|A|SUMMARY)$/.test(el.tagName);
  const picture = /^(IMG|svg|CANVAS|VIDEO|IFRAME|OBJECT|EMBED)$/.test(el.tagName);
  if (words || control || picture || style.position !== "static" || style.backgroundColor !== "rgba(0, 0, 0, 0)" || el.shadowRoot) {
    const set = `${here}|${placed(style)}`, shape = `${set}|${cut}|${control || picture ? size(el) : ""}`, paint = `${here}|${ground}|${paper}${painted(style)}`, look = `${shape}|${paint}`;
    const over = el.offsetWidth > 1 && { absolute: "near", fixed: "all", sticky: "all" }[style.position] || "";
    const pressed = control || style.cursor === "pointer" || /onclick|onkey|onmouse|onpointer|onfocus/.test(own);
    if (!parts.has(look)) parts.set(look, { pressed, over, names: [look, shape, paint, here, set] });
    window.gateParts.set(el, parts.get(look));
  }
  if (el.tagName === "svg") return;
  if (style.overflowX !== "visible" || style.clipPath !== "none") cut = own;
  for (const child of el.children) walk(child, own, parent, ground, cut);
  if (el.shadowRoot) for (const child of el.shadowRoot.children) walk(child, `${own}#`, parent, ground, cut);
}
if (document.body) walk(document.body, "", "", "", "");
const hash = text => {  // 53 bits, so that the answer is short
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
  }
  return 4294967296 * (2097151 & (b ^ a >>> 16)) + (a >>> 0);
};
const numbers = new Map(), number = text => numbers.get(text) ?? numbers.set(text, hash(text)).get(text);
const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].filter(s => !s.gate).map(s => s.href || s.ownerNode?.textContent || "");
for (const meta of $$("meta[name=viewport i]")) sheets.push(meta.content);
for (const own of $$("script:not([type*=json])")) sheets.push(own.src || own.textContent);
for (const el of [document.documentElement, document.body].filter(Boolean)) sheets.push(placed(getComputedStyle(el)), el.getAttribute("style") || "");
return { address: location.pathname, sheets: hash(sheets.join("|")), direction: getComputedStyle(document.documentElement).direction,
  parts: [...parts.values()].map(part => [part.pressed, part.over, ...part.names = part.names.map(number)]) };
