// Roles and states that say something else than what is there.
const [rows, words] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const every = $$("*");
const letters = text => (text || "").toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const byId = ids => (ids || "").split(/\s+/).map(id => id && document.getElementById(id)).filter(Boolean);
const heard = new Map(rows.map(([place, role, name]) => [every[place], { role, name }]));
const there = el => {
  if (!shown(el) || unseen(el) || el.closest("[inert], [aria-hidden=true]")) return false;
  const box = el.getBoundingClientRect(), wide = document.documentElement.clientWidth;
  return box.width > 1 && box.height > 1 && box.right > 1 && box.left < wide - 1 && box.bottom + scrollY > 0;
};

for (const el of $$("[aria-expanded][aria-controls]").filter(e => shown(e) && !e.matches("[role=combobox]"))) {
  const parts = byId(el.getAttribute("aria-controls")), open = el.getAttribute("aria-expanded") === "true";
  if (!parts.length || !/^(true|false)$/.test(el.getAttribute("aria-expanded"))) continue;
  if (open && !parts.some(shown)) say("4.1.2", el, "it says that it is open, and what it opens cannot be seen");
  if (!open && parts.every(part => there(part) && tidy(part.innerText))) say("4.1.2", el, "it says that it is closed, and what it opens can be seen");
}
for (const el of $$("details > summary[aria-expanded]")) if ((el.getAttribute("aria-expanded") === "true") !== el.parentElement.open) say("4.1.2", el, "aria-expanded contradicts the element itself");

// Where one is.
for (const place of $$("nav, [role=navigation]")) {
  const here = $$("[aria-current=page]", place).filter(e => e.closest("nav, [role=navigation]") === place);
  if (here.length > 1 && new Set(here.map(e => e.href || letters(e.textContent))).size > 1) say("4.1.2", here[1], `${here.length} different parts of one navigation say that they are this page`);
  const own = $$("a[href]", place).find(a => a.href.split("#")[0] === location.href.split("#")[0] && !a.getAttribute("href").startsWith("#"));
  for (const el of here.filter(e => e.href && own && e !== own && !here.includes(own))) {
    if (new URL(el.href).pathname !== location.pathname) say("4.1.2", el, "it says that it is this page, and leads to another one");
  }
}

for (const el of $$("a[href][role=button]")) {  // a button answers Space, a link with an address does not by itself
  if (shown(el) && !/^(#|javascript:)/.test(el.getAttribute("href")) && !el.closest("[role=toolbar], [role=menu]")) say("4.1.2", el, `a link that says it is a button: "${shortened(el.innerText)}"`, "minor");
}

// States and roles that are part of the name are said twice.
const STATES = { "aria-expanded": words.expanded, "aria-pressed": words.pressed, "aria-checked": words.checked, "aria-selected": words.selected };
const holds = (name, list) => list.some(word => /\p{Script=Han}/u.test(word) ? name.includes(word) : ` ${name} `.includes(` ${word} `));
for (const [el, { role, name }] of heard) {
  if (!el || !name) continue;
  const said = letters(name), own = letters(el.innerText);
  for (const [state, list] of Object.entries(STATES)) {
    if (el.hasAttribute(state) && holds(said, list) && said.split(" ").length > 1) say("4.1.2", el, `its name and ${state} both say its state: "${shortened(name)}"`, "moderate");
  }
  if (role === "button" && el.hasAttribute("aria-label") && holds(said, words.role) && !holds(own, words.role) && said.split(" ").length > 1) say("4.1.2", el, `its name says that it is a button, and so does its role: "${shortened(name)}"`, "minor");
}

// Choices: one is chosen.
for (const group of $$("[role=radiogroup], [role=tablist]").filter(shown)) {
  const tabs = group.getAttribute("role") === "tablist", state = tabs ? "aria-selected" : "aria-checked";
  const parts = $$(tabs ? "[role=tab]" : "[role=radio]", group), on = parts.filter(p => p.getAttribute(state) === "true");
  if (on.length > 1 && group.getAttribute("aria-multiselectable") !== "true") say("4.1.2", on[1], `${on.length} of one choice say that they are the chosen one`);
  if (tabs && parts.length && !on.length) say("4.1.2", group, "none of the tabs says that it is the chosen one");
  for (const tab of tabs ? parts : []) for (const panel of byId(tab.getAttribute("aria-controls"))) {
    if (on.includes(tab) && !shown(panel)) say("4.1.2", tab, "the tab says that it is chosen, and its panel cannot be seen");
    if (!on.includes(tab) && on.length === 1 && there(panel) && tidy(panel.innerText) && parts.every(t => t.getAttribute("aria-controls"))) say("4.1.2", tab, "the panel of a tab that is not chosen can be seen", "moderate");
  }
}
for (const el of $$("[role=radio]").filter(shown)) if (!el.closest("[role=radiogroup], [role=group], fieldset, [role=menu], [role=toolbar]")) say("1.3.1", el, "a choice (role radio) outside of a group", "moderate");
for (const el of $$("[role=listbox]:not([aria-multiselectable=true])").filter(shown)) {
  const on = $$("[role=option][aria-selected=true]", el);
  if (on.length > 1) say("4.1.2", on[1], `${on.length} options of a list that takes one are selected`);
}

// A role against the element.
const AGAINST = [["button[role=link]", "a button"], ["h1[role=button], h2[role=button], h3[role=button], h4[role=button]", "a heading"], ["input[type=checkbox][role=button]:not([aria-pressed])", "a box to tick"],
  ["input[type=radio][role=button], input[type=radio][role=checkbox]", "one of several choices"], ["main[role]:not([role=main])", "the main part"],
  ["nav[role]:not([role=navigation], [role=menu], [role=menubar], [role=tablist], [role=none], [role=presentation], [role^=doc-])", "a navigation"],
  ["ul[role=navigation], ol[role=navigation], ul[role=main], table[role=list], a[href][role=heading], button[role=heading], a[href][role=text], button[role=img]", "something else"]];
for (const [css, what] of AGAINST) for (const el of $$(css).filter(shown)) say(what === "a heading" ? "1.3.1" : "4.1.2", el, `it is ${what}, and its role "${el.getAttribute("role")}" says otherwise`);
for (const [state, native] of [["aria-checked", "checked"], ["aria-disabled", "disabled"], ["aria-required", "required"]]) for (const el of $$(`input[${state}], select[${state}], textarea[${state}], button[${state}]`)) {
  if (native === "checked" && !["checkbox", "radio"].includes(el.type)) continue;
  if (el.getAttribute(state) === "false" && el[native] || native === "checked" && el.getAttribute(state) === "true" && !el.checked) say("4.1.2", el, `${state} contradicts the element itself`);
}
// Who presses what lies in the other cannot know which of them answers.
const WITHIN = "a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=link], [role=checkbox], [role=switch]";
for (const el of $$("a[href], button, [role=button], [role=link], [role=checkbox], [role=switch]").filter(e => shown(e) && !e.closest("[role=grid], [role=treegrid]"))) {
  const inner = $$(WITHIN, el).find(e => shown(e) && e.tabIndex >= 0 && !e.closest("[aria-hidden=true]"));
  if (inner) say("4.1.2", inner, `a control lies in another one, ${selector(el)}: it cannot be known which of them answers`);
}
return found;
