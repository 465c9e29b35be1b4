// Names that point at something: the something has to be there, once.
const found = [];
const say = (criterion, el, message) => found.push({ criterion, selector: selector(el), message });
const ids = new Map();
for (const el of $$("[id]")) ids.set(el.id, (ids.get(el.id) || []).concat(el));
for (const [id, all] of ids) {
  if (!id) say("4.1.2", all[0], "an id is empty");
  if (all.length > 1) say("4.1.2", all[1], `the id "${id}" stands ${all.length} times`);
}
const POINTERS = ["aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-errormessage", "aria-details", "aria-activedescendant", "aria-flowto", "headers", "for", "form", "list",
  "popovertarget", "commandfor", "anchor", "itemref"];
for (const name of POINTERS) for (const el of $$(`[${name}]`)) {
  for (const id of el.getAttribute(name).split(/\s+/).filter(Boolean)) if (!ids.has(id)) say(name === "for" ? "1.3.1" : "4.1.2", el, `${name} points at "${id}", which is not on the page`);
  if (name === "aria-describedby" && shown(el) && ids.has(el.getAttribute(name)) && !tidy(ids.get(el.getAttribute(name))[0].textContent)) say("1.3.1", el, "its description is empty");
}
for (const el of $$("a[href^='#']")) {
  const id = decodeURIComponent(el.getAttribute("href").slice(1));
  const mistake = el.closest("[role=alert], [class*=error-summary], [class*=errorsummary], .errors, .errorlist");
  if (id && id !== "top" && !ids.has(id)) say(mistake ? "3.3.1" : "2.4.1", el, `the link leads to "#${id}", which is not on the page`);
}
// What it finds has to be of the right kind.
for (const el of $$("[list]")) { const to = ids.get(el.getAttribute("list"))?.[0]; if (to && to.tagName !== "DATALIST") say("4.1.2", el, `its list points at a ${to.tagName.toLowerCase()}`); }
for (const el of $$("[popovertarget]")) { const to = ids.get(el.getAttribute("popovertarget"))?.[0]; if (to && !to.hasAttribute("popover")) say("4.1.2", el, "popovertarget points at something that is no popover"); }
for (const el of $$("[form]")) { const to = ids.get(el.getAttribute("form"))?.[0]; if (to && to.tagName !== "FORM") say("4.1.2", el, `its form points at a ${to.tagName.toLowerCase()}`); }
for (const el of $$("td[headers], th[headers]")) for (const id of el.getAttribute("headers").split(/\s+/).filter(Boolean)) {
  const to = ids.get(id)?.[0];
  if (to && (to.tagName !== "TH" && !/header$/.test(to.getAttribute("role") || "") || to.closest("table") !== el.closest("table"))) say("1.3.1", el, `headers points at "${id}", which is no header cell of this table`);
}
for (const el of $$("[aria-labelledby]")) {
  const to = el.getAttribute("aria-labelledby").split(/\s+/).filter(Boolean).map(id => ids.get(id)?.[0]).filter(Boolean);
  if (to.length && !to.some(e => tidy(e.textContent) || e.getAttribute("aria-label") || e.querySelector("img[alt]:not([alt='']), [aria-label]") || e.alt || e.value)) say("4.1.2", el, "what names it is empty");
}
for (const el of $$("[aria-activedescendant]")) { const to = ids.get(el.getAttribute("aria-activedescendant"))?.[0]; if (to && !shown(to)) say("4.1.2", el, "the part that it calls active cannot be seen"); }
for (const el of $$("[accesskey]")) {
  const same = $$("[accesskey]").filter(o => o.accessKey === el.accessKey && shown(o));
  if (el.accessKey && same.length > 1 && same[1] === el && (el.href || el) !== (same[0].href || same[0])) say("4.1.2", el, `two things have the access key "${el.accessKey}"`);
}
return found;
