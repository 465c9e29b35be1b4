// Fields, their labels, groups and instructions.
const [own, required, yours, again] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const letters = text => (text || "").toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").replace(/\be mail\b/g, "email").trim();
const byId = ids => (ids || "").split(/\s+/).map(id => id && document.getElementById(id)).filter(Boolean);
const seen = el => shown(el) && !unseen(el) && tidy(el.innerText);
const NO_TEXT = ["hidden", "submit", "button", "reset", "image"];
const offered = el => shown(el) && !el.closest("[inert], [aria-hidden=true]") || [...(el.labels || [])].some(seen);
const fields = $$("input, select, textarea").filter(el => !NO_TEXT.includes(el.type) && offered(el));
const search = el => el.type === "search" || el.matches("[role=searchbox], [role=search] *, search *") || /^(q|s|query|search|searchbar)$/i.test(el.name || el.id);
const boxes = el => ["checkbox", "radio"].includes(el.type);
const saysRequired = text => required.some(word => (text || "").toLocaleLowerCase().includes(word));

function labelled(el) {  // what eyes can read as its label
  return [...(el.labels || []), ...byId(el.getAttribute("aria-labelledby"))].filter(seen).map(l => tidy(l.innerText)).join(" ");
}
function wrapper(el) {  // the largest part around it that holds no other field
  let at = el;
  while (at.parentElement && at.parentElement !== document.body && !at.parentElement.matches("main, form, fieldset")
    && fields.filter(f => at.parentElement.contains(f)).length === 1) at = at.parentElement;
  return at;
}

for (const el of fields) {
  const label = labelled(el), said = tidy(el.getAttribute("aria-label")), placeholder = tidy(el.placeholder);
  if (!label && !search(el) && !el.closest("td, th, [role=gridcell], [role=cell]")
    && !(boxes(el) && getComputedStyle(el, "::after").content.length + getComputedStyle(el, "::before").content.length > 12)) {
    const near = wrapper(el), beside = letters([near, near.previousElementSibling, near.parentElement?.matches("fieldset") && near.parentElement.querySelector("legend")].map(e => e?.innerText || "").join(" "));
    const name = said || tidy(el.title);
    if (name ? !beside.includes(letters(name)) : placeholder) say("3.3.2", el, placeholder
      ? `its only label is the placeholder "${shortened(placeholder)}", which goes away when one types` : `no label can be seen: "${shortened(name)}"`, placeholder && !name ? "serious" : "moderate");
    else if (!name && !placeholder && beside && !boxes(el)) say("1.3.1", el, `the words beside it are not tied to it: "${shortened(beside)}"`);
  }
  own_details(el, letters(label || said));
  if (/^(tel|postal-code|one-time-code|cc-number|bday)/.test(el.autocomplete) && el.type === "number") say("", el, "a number field drops leading zeros and counts when one scrolls; this is a code", "moderate");
}

for (const label of $$("label").filter(seen)) {
  if (!label.control && (!label.htmlFor || document.getElementById(label.htmlFor)))
    say("1.3.1", label, `the label belongs to no field: "${shortened(label.innerText)}"`);
}

function own_details(el, label) {
  if (boxes(el) || el.tagName === "SELECT" && el.autocomplete === "") return;
  const last = tokens(el).at(-1) || "";
  const kind = Object.keys(own).find(one => own[one].some(word => letters(word) === label.replace(/\s*\(?(required|optional|obligatorio|opcional|必填|選填)\)?$/u, "")));
  if (birthday(el) && !/^bday/.test(last)) return say("1.3.5", el, last ? `it is a part of a person's own birthday, its autocomplete token is "${last}"` : "it is a part of a person's own birthday; its autocomplete token is missing");
  if (again.some(word => letters(word) === label)) return say("3.3.7", el, "it asks for the same address once more", "moderate");
  if (!kind) return;
  const group = el.closest("fieldset, [role=group]"), of = group && group.querySelector("legend") ? group.querySelector("legend").innerText : "";
  const about = text => yours.some(word => ` ${letters(text)} `.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word} `));
  if (of && !about(of) && !about(label)) return;  // somebody else's
  if (!last) say("1.3.5", el, `it asks for a person's own ${kind}; its autocomplete token is missing`, "serious");
  else if (last === "off" || last === "on") { if (about(label)) say("1.3.5", el, `autocomplete is "${last}" where a person's own ${kind} is asked for`); }
  else if (["email", "tel"].includes(kind) ? !(last === kind || kind === "tel" && last.startsWith("tel-") || kind === "email" && last === "username")
    : ["email", "tel", "bday", "postal-code", "street-address"].includes(last.replace(/-(day|month|year|national)$/, "")) && !last.startsWith(kind))
    say("1.3.5", el, `its label asks for ${kind}, its autocomplete token is "${last}"`);
}

function birthday(el) {  // day, month or year in a group that asks for it, and not for somebody else's
  const asks = set => letters(set.querySelector(":scope > legend")?.innerText || set.getAttribute("aria-label") || byId(set.getAttribute("aria-labelledby")).map(e => e.innerText).join(" "));
  const sets = [];
  for (let set = el.closest("fieldset, [role=group]"); set; set = set.parentElement.closest("fieldset, [role=group]")) sets.push(asks(set));
  return own.bday.some(word => letters(word) === sets[0]) && sets.slice(1).every(text => !text || yours.some(word => ` ${text} `.includes(` ${word} `)));
}

// Questions with several answers.
const groups = new Map();
for (const el of fields.filter(f => boxes(f) && f.name)) {
  const key = `${el.type} ${el.name} ${el.form ? $$("form").indexOf(el.form) : ""}`;
  groups.set(key, (groups.get(key) || []).concat(el));
}
for (const all of groups.values()) {
  if (all.length < 2 || all[0].closest("td, th, [role=gridcell]") || all[0].closest("[role=toolbar], [role=tablist], [role=menu]")) continue;
  const group = all[0].closest("fieldset, [role=group], [role=radiogroup]");
  const named = group && (tidy(group.getAttribute("aria-label")) || byId(group.getAttribute("aria-labelledby")).some(e => tidy(e.textContent))
    || group.tagName === "FIELDSET" && tidy(group.querySelector(":scope > legend")?.textContent));
  if (!named || !all.every(el => group.contains(el))) say("1.3.1", all[0], `${all.length} answers to one question (${all[0].name}) without a group that says the question`);
}
for (const set of $$("fieldset").filter(s => shown(s) && fields.filter(f => s.contains(f)).length > 1)) {
  const named = tidy(set.querySelector(":scope > legend")?.textContent) || set.getAttribute("aria-label") || set.getAttribute("aria-labelledby") || set.matches("[role=presentation], [role=none]");
  if (!named && ![...groups.values()].some(all => all.length > 1 && all[0].closest("fieldset, [role=group], [role=radiogroup]") === set)) say("1.3.1", set, "a group of fields without a legend", "moderate");
}

// What is required, in words.
for (const form of new Set(fields.map(f => f.form).filter(Boolean))) {
  const mine = fields.filter(f => f.form === form && !search(f));
  const mark = f => [...(f.labels || []), ...(f.closest("fieldset")?.querySelectorAll(":scope > legend") || [])].filter(seen).map(l => l.innerText
    + ["::before", "::after"].flatMap(p => [l, ...l.querySelectorAll("*")].map(e => getComputedStyle(e, p).content)).join(" ")).join(" ");
  const explained = text => /[*＊∗]/.test(text) && saysRequired(text);
  const star = mine.find(f => /[*＊∗]/.test(mark(f)) && !saysRequired(mark(f)));
  const around = [...$$("p, span, div, legend, small, li, abbr", form.parentElement || form)].some(e => e.innerText?.length < 400 && explained(e.innerText)) || $$("abbr[title]", form).some(e => saysRequired(e.title));
  if (star && !around) say("3.3.2", star, "a star marks what is required, and nothing says so", "moderate");
  const must = mine.filter(f => f.required || f.ariaRequired === "true"), may = mine.filter(f => !must.includes(f) && !boxes(f));
  if (!must.length || !may.length || star || saysRequired(form.innerText) || saysRequired(form.previousElementSibling?.innerText)) continue;
  const inks = list => new Set(list.flatMap(f => [...(f.labels || [])]).filter(seen).map(l => getComputedStyle(l).color));
  const [a, b] = [inks(must), inks(may)];
  if (a.size && b.size && ![...a].some(ink => b.has(ink))) say("1.4.1", must[0], "what is required differs from what is not by its colour only");
  else if (!must.every(boxes)) say("3.3.2", must[0], "some fields of the form are required and some are not, and no word says which", "moderate");
}

// Instructions beside a field belong to it.
const HINT = /(^|[\s_-])(hint|help|helptext|help-text|form-text|instructions?|field-?description)($|[\s_-])/i;
for (const el of fields) {
  const near = wrapper(el);
  if (near === el || boxes(el)) continue;
  const tied = [...byId(`${el.getAttribute("aria-describedby")} ${el.getAttribute("aria-labelledby")} ${el.getAttribute("aria-details")} ${el.getAttribute("aria-errormessage")}`),
    ...byId(el.closest("fieldset, [role=group]")?.getAttribute("aria-describedby")), ...(el.labels || [])];
  for (const hint of $$("small, [class]", near)) {
    if (hint.tagName !== "SMALL" && !HINT.test(hint.getAttribute("class")) || !letters(seen(hint) || "") || hint.matches("a, button, label, [role=alert], [role=status]")
      || hint.closest("[aria-live], [role=status], [role=alert], a, button, label") || tied.some(t => t.contains(hint) || hint.contains(t))) continue;
    if (tied.some(t => letters(t.textContent).includes(letters(hint.innerText)))) continue;
    say("1.3.1", hint, `the instruction is not tied to its field: "${shortened(hint.innerText)}"`, "moderate");
  }
}
return found;
