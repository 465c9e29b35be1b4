// Fields that are wrong, and what the page says of them.
const [rows, vague, wrong] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const letters = text => (text || "").toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const refs = (el, name) => (el.getAttribute(name) || "").split(/\s+/).filter(Boolean);
const byId = ids => ids.map(id => document.getElementById(id)).filter(Boolean);
const every = $$("*");
const heard = new Map(rows.map(([place, , name, description]) => [every[place], { name, description }]));
const empty = new Set(vague.map(letters));
const FIELD = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea, [role=textbox], [role=combobox], [role=radiogroup], [role=listbox], [role=spinbutton]";
const ERROR = /(^|[\s_-])(error|errors|invalid|errormessage|invalid-feedback|field-error|error-?(message|text|msg))($|[\s_-])/i;
const HINT = /(^|[\s_-])(hint|help|helptext|help-text|form-text|instructions?)($|[\s_-])/i;
const fields = $$(FIELD);
const told = el => shown(el) && letters(el.innerText);
const invalid = $$("[aria-invalid]").filter(el => !["false", ""].includes(el.getAttribute("aria-invalid")) && shown(el));
const red = css => { const [r, g, b, a] = colour(css); return a > .5 && r > 130 && r > 1.6 * g && r > 1.6 * b; };

function near(el) {  // the part around a field that is about this field alone
  let at = el;
  const others = node => fields.filter(f => node.contains(f) && f !== el && !el.contains(f) && !(f.name && f.name === el.name));
  while (at.parentElement && !at.parentElement.matches("body, main, form") && !others(at.parentElement).length) at = at.parentElement;
  return at;
}
const owner = el => invalid.find(i => i === el || i.contains(el)) || (el.closest("fieldset[aria-invalid=true], [role=radiogroup][aria-invalid=true], [role=group][aria-invalid=true]"));
const tied = el => {
  const group = el.closest("fieldset, [role=group], [role=radiogroup]");
  return [...byId([...refs(el, "aria-describedby"), ...refs(el, "aria-errormessage"), ...refs(el, "aria-labelledby"), ...(group ? refs(group, "aria-describedby").concat(refs(group, "aria-errormessage")) : [])]),
    ...(el.labels || []), ...(group ? group.querySelectorAll(":scope > legend") : [])];
};
const summaries = $$("[role=alert], [class*=error-summary], [class*=errorsummary], .errors, .errorlist").filter(el => shown(el) && el.querySelector("a[href*='#']") && !fields.some(f => el.contains(f)));
const messages = $$("[class], [role=alert]").filter(el => (ERROR.test(el.getAttribute("class") || "") || el.getAttribute("role") === "alert") && told(el)
  && !el.matches(FIELD + ", label, legend, form, fieldset, body, main, a, button") && !fields.some(f => el.contains(f)) && !summaries.some(s => s.contains(el) || el.contains(s)));
// Only vague words and codes: "Error 422", "E-17: invalid".
const bare = text => letters(tidy(text).split(" ").filter(word => !/\p{N}/u.test(word)).join(" "));
const vain = text => [letters(text), withRows(text), bare(text), withRows(bare(text))].some(words => empty.has(words)) || !bare(text) && /\p{L}/u.test(text);
const withRows = text => letters(text).replace(/^(error|خطأ|錯誤) /u, "");

for (const el of invalid) {
  const said = tied(el).filter(told), own = said.filter(e => !e.matches("label, legend") && !HINT.test(`${e.getAttribute("class") || ""} ${e.id}`));
  const marked = messages.filter(m => near(el).contains(m));
  if (!own.length && !said.some(e => e.matches("label, legend") && [...e.querySelectorAll("*")].some(c => ERROR.test(c.getAttribute("class") || "")))) {
    if (marked.length) continue;  // said below: the message is not tied
    const label = el.labels?.[0], look = getComputedStyle(el);
    const colours = [look.borderTopColor, look.outlineColor, look.backgroundColor, label && getComputedStyle(label).color].filter(Boolean);
    if (colours.some(red)) say("1.4.1", el, "only a red colour shows that it is wrong");
    say("3.3.1", el, "it is marked as wrong, and no message beside it says why");
  }
  for (const id of new Set(refs(el, "aria-errormessage"))) if (refs(el, "aria-describedby").includes(id)) say("3.3.1", el, "its message is described twice, by aria-errormessage and by aria-describedby", "moderate");
}

for (const message of messages) {
  const mine = fields.filter(f => near(f).contains(message) && f.matches(FIELD) && !f.disabled);
  if (!mine.length) continue;
  const field = mine[0], text = withRows(message.innerText);
  const group = field.closest("fieldset, [role=radiogroup], [role=group]");
  const holds = tied(field).some(t => t.contains(message) || message.contains(t)) || mine.some(f => tied(f).some(t => t.contains(message) || message.contains(t)));
  if (!holds) say("3.3.1", message, `the message is not tied to its field: "${shortened(message.innerText)}"`);
  if (ERROR.test(message.getAttribute("class") || "") && !mine.some(f => f.getAttribute("aria-invalid") === "true" || owner(f)) && !(group && group.querySelector("[aria-invalid=true]"))
    && message.tagName !== "DIV" && !["radio", "checkbox"].includes(field.type)) say("4.1.2", field, `a message says that it is wrong, the field itself does not (aria-invalid): "${shortened(message.innerText)}"`, "moderate");
  if (vain(message.innerText)) say("3.3.3", message, `the message does not say what to do: "${shortened(message.innerText)}"`);
}

for (const el of invalid) {  // heard once
  const { name = "", description = "" } = heard.get(el) || {};
  for (const message of byId(refs(el, "aria-describedby").concat(refs(el, "aria-errormessage")))) {
    const text = withRows(message.textContent);
    if (text.length < 8 || HINT.test(`${message.getAttribute("class") || ""} ${message.id}`)) continue;
    if (letters(name).includes(text)) say("3.3.1", el, `its name says the message already, its description says it again: "${shortened(message.textContent)}"`, "moderate");
    else if (letters(description).split(text).length > 2) say("3.3.1", el, `its description says the message twice: "${shortened(message.textContent)}"`, "moderate");
    if (!messages.includes(message) && vain(message.textContent)) say("3.3.3", message, `the message does not say what to do: "${shortened(message.textContent)}"`);
  }
  for (const id of refs(el, "aria-describedby")) if (refs(el, "aria-describedby").filter(i => i === id).length > 1) { say("3.3.1", el, "it is described by one message twice", "moderate"); break; }
}

// What has to be read first is no field: a part of the page with a name, that takes the focus.
const PART = ":is(section, [role=region])[tabindex]:is([aria-label], [aria-labelledby])";
for (const summary of summaries) for (const link of $$("a[href*='#']", summary)) {
  if (link.pathname !== location.pathname || !link.hash) continue;
  const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (to && invalid.length && !to.matches(`${FIELD}, fieldset, label, legend, button, ${PART}`) && !to.querySelector(FIELD + ", button")) say("3.3.1", link, `the link does not lead to a field: "${shortened(link.innerText)}"`, "moderate");
}
for (const summary of summaries) {
  if (summary.closest("[role=alert]") && summary.contains(document.activeElement)) say("4.1.3", summary, "it takes the focus and is an alert as well: it is heard twice", "moderate");
}
if (invalid.length) {
  const at = document.activeElement, text = `${document.title} ${$$("h1, h2", document.querySelector("main") || document).slice(0, 3).map(h => h.innerText).join(" ")}`.toLocaleLowerCase();
  const spoken = $$("[role=alert], [role=status], [aria-live=assertive], [aria-live=polite]").some(told) || summaries.some(s => s.contains(at)) || invalid.some(i => i === at || i.contains(at));
  if (!spoken && !wrong.some(word => text.includes(word))) say("4.1.3", invalid[0], "nothing says at once that the page has mistakes: no alert, no focus, no word in the title", "moderate");
}
return found;
