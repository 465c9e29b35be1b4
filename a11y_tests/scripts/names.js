// The names that the browser computed, beside what is shown.
const [rows, words] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const every = $$("*");
const letters = text => (text || "").toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const compact = text => letters(text).replaceAll(" ", "");
const sets = Object.fromEntries(Object.entries(words).map(([kind, list]) => [kind, new Set(list.map(letters))]));
const ICONS = /icon|symbol|awesome|glyph|emoji/i;
const CONTROLS = new Set(["button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox", "slider", "spinbutton", "switch", "tab",
  "menuitem", "menuitemcheckbox", "menuitemradio", "treeitem", "option", "DisclosureTriangle", "popUpButton", "Date", "DateTime", "InputTime", "ColorWell"]);

function visible(el, spoken) {  // the words that eyes see in it; with `spoken` without what is kept from screen readers
  let text = "";
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (!tidy(walker.currentNode.data) || at.closest("select, textarea, style, script, svg") || !shown(at) || unseen(at)) continue;
    const mute = at.closest("[aria-hidden=true]");  // a number or a mark that nobody hears is a bullet, no word
    if (mute && (spoken || !/\p{L}/u.test(walker.currentNode.data)) || ICONS.test(getComputedStyle(at).fontFamily)) continue;
    text += " " + walker.currentNode.data;
  }
  return tidy(text);
}

const controls = [];
for (const [place, role, name, description] of rows) {
  const el = every[place];
  if (!el || role === "option" && el.tagName === "OPTION") continue;
  if (CONTROLS.has(role)) controls.push({ el, role, name, description });
  else if (["image", "img"].includes(role)) picture(el, name);
}

for (const { el, role, name, description } of controls) {
  if (!tidy(name)) { if (!el.labels?.length || !tidy(el.labels[0].innerText)) say("4.1.2", el, `the ${role} has no name`, "critical"); continue; }
  if (!letters(name)) {
    if (!letters(description) && /^(button|link)$/.test(role) && !/\p{Extended_Pictographic}/u.test(name))
      say(role === "link" ? "2.4.4" : "4.1.2", el, `the name of the ${role} has no word: "${name}"`, "moderate");
    continue;
  }
  const own = el.hasAttribute("aria-label") || el.hasAttribute("aria-labelledby");
  const label = el.labels?.length ? [...el.labels].map(l => visible(l)).join(" ") : "";
  const seen = label || (/^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName) ? (/^(submit|button|reset)$/.test(el.type) ? el.value : "") : role === "listbox" ? "" : visible(el));  // its options are no label
  const inner = letters(seen), said = letters(name);
  if (inner && !(inner.length === 1 && /\p{Script=Latin}/u.test(inner)) && !compact(name).includes(compact(seen))) {
    const lacks = inner.split(" ").some(word => !said.includes(word));
    if (own || lacks && role !== "combobox") say("2.5.3", el, `it shows "${shortened(seen)}", but its name is "${shortened(name)}"`);
  }
  const half = compact(name).length / 2;
  if (half >= 4 && Number.isInteger(half) && compact(name).slice(0, half) === compact(name).slice(half)) say("4.1.2", el, `its name says the same twice: "${shortened(name)}"`, "moderate");
  if (role === "button" && sets.nothing.has(said)) say("2.4.6", el, `the name of the button does not say what it does: "${shortened(name)}"`);
  if (role === "link") link(el, name);
  const title = tidy(el.title);
  if (title && title === tidy(name) && !seen && !own && !el.querySelector("img[alt]:not([alt='']), svg title") && !["IFRAME", "ABBR"].includes(el.tagName))
    say(/^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName) ? "3.3.2" : "4.1.2", el, `only its title names it, which nobody sees who has no mouse: "${shortened(title)}"`, "minor");
}

function link(el, name) {
  const said = letters(name);
  const block = el.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, figcaption, blockquote") || el.parentElement;
  const around = letters(visible(block, true)).split(" ").length - said.split(" ").length;
  const dense = /[\p{Script=Han}\p{Script=Thai}]/u.test(said) ? compact(visible(block, true)).length - compact(name).length > 8 : around >= 4;
  if (sets.alone.has(said)) {
    if (dense) say("2.4.9", el, `"${shortened(name)}" says nothing without the words around it`, "moderate");
    else say("2.4.4", el, `"${shortened(name)}" does not say where the link leads`);
  }
  if (/^(https?:\/\/|www\.)\S+$/i.test(tidy(name)) && (/[?&%]/.test(name) || name.length > 60)) say("2.4.9", el, `a bare address is read out letter by letter: "${shortened(name)}"`, "minor");
  const href = el.getAttribute("href") || "", digits = text => text.replace(/\D/g, "").replace(/^0+/, "");
  if (/^tel:/i.test(href) && /^[+\d\s().\-]{5,}$/.test(tidy(name))) {
    const [shows, calls] = [digits(name), digits(href)];
    if (!calls.endsWith(shows) && !shows.endsWith(calls)) say("2.4.4", el, `it says "${shortened(name)}", but calls "${href.slice(4)}"`);
  }
  const address = tidy(name).match(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
  if (address && /^mailto:/i.test(href) && decodeURIComponent(href.slice(7).split("?")[0]).toLowerCase() !== address[0].toLowerCase())
    say("2.4.4", el, `it says "${address[0]}", but writes to "${shortened(href.slice(7))}"`);
}

function picture(el, name) {
  const said = letters(name), file = decodeURIComponent((el.currentSrc || "").split(/[?#]/)[0].split("/").pop() || "").replace(/\.\w+$/, "");
  if (/\.(png|jpe?g|gif|svg|webp|bmp|tiff?|avif|ico)$/i.test(tidy(name)) || /^(img|image|dsc|dscn|photo|pic|picture|screenshot|scan)?[ _-]?\d{2,}$/i.test(tidy(name))
    || /[_\d]/.test(file) && file.length > 5 && tidy(name) === file) say("1.1.1", el, `its alternative is the name of a file: "${shortened(name)}"`);
  else if (sets.picture.has(said)) say("1.1.1", el, `its alternative does not say what is in the picture: "${shortened(name)}"`);
}
for (const el of $$("img[alt='']")) {
  if (el.hasAttribute("aria-label") || tidy(el.title)) say("1.1.1", el, "an empty alternative says that the picture is decoration, its label or title says that it is not", "moderate");
}

// Links of one name to several places; two in one sentence cannot be told apart at all.
const places = new Map();
const home = el => el.closest("p, li, tr, dd, figure, article, h1, h2, h3, h4, h5, h6") || el.parentElement;
for (const one of controls) if (one.role === "link" && one.el.href && letters(one.name)) {
  const key = letters(one.name) + "\n" + letters(one.description);
  places.set(key, (places.get(key) || []).concat(one));
}
function address(el) {
  const [page, id] = String(el.href.baseVal ?? el.href).split("#");
  // The first heading of the page that is open is the page.
  const top = id && page === location.href.split("#")[0] && document.getElementById(decodeURIComponent(id))?.matches("h1");
  return (id && !top ? `${page}#${id}` : page).replace(/\/(index\.html?)?$/, "");
}
for (const all of places.values()) {
  const other = all.find(one => address(one.el) !== address(all[0].el));
  if (!other) continue;
  const homes = new Map(), close = all.find(one => {
    const before = homes.get(home(one.el));
    homes.set(home(one.el), before || one);
    return before && address(before.el) !== address(one.el);
  });
  if (close && home(close.el).matches("p, li, dd")) say("2.4.4", close.el, `two links in one place are called "${shortened(close.name)}" and lead to different ones`, "moderate");
  else say("2.4.9", other.el, `${all.length} links are called "${shortened(other.name)}", and not all lead to the same place`, "minor");
}

// Buttons that send the same form in the same way, called differently.
for (const form of $$("form")) {
  const senders = controls.filter(c => c.el.form === form && /^(submit|image)$/.test(c.el.type) && tidy(c.name));
  const ways = new Map();
  for (const one of senders) {
    const way = ["name", "value", "formaction", "formmethod"].map(a => a === "value" && one.el.tagName === "INPUT" && !one.el.name ? "" : one.el.getAttribute(a) || "").join("|");
    if ([...one.el.attributes].some(a => /^(data-|hx-|on|aria-|popover|command)/.test(a.name))) continue;
    const before = ways.get(way);
    if (before && letters(before.name) !== letters(one.name)) say("3.2.4", one.el, `"${shortened(one.name)}" does the same as "${shortened(before.name)}"`, "moderate");
    ways.set(way, before || one);
  }
}
return found;
