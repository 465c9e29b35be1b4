// Names that point at something: the something has to be there, once.
const found = [];
const say = (criterion, el, message) => found.push({ criterion, selector: selector(el), message });
const ids = new Map();
for (const el of $$("[id]")) ids.set(el.id, (ids.get(el.id) || []).concat(el));
for (const [id, all] of ids) {
  if (!id) say("4.1.2", all[0], "an id is empty");
  if (all.length > 1) say("4.1.2", all[1], `the id "${id}" stands ${all.length} times`);
}
const POINTERS = ["aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-errormessage", "aria-details", "aria-activedescendant", "headers", "for", "form", "list"];
for (const name of POINTERS) for (const el of $$(`[${name}]`)) {
  for (const id of el.getAttribute(name).split(/\s+/).filter(Boolean)) if (!ids.has(id)) say(name === "for" ? "1.3.1" : "4.1.2", el, `${name} points at "${id}", which is not on the page`);
  if (name === "aria-describedby" && ids.has(el.getAttribute(name)) && !tidy(ids.get(el.getAttribute(name))[0].textContent)) say("1.3.1", el, "its description is empty");
}
for (const el of $$("a[href^='#']")) {
  const id = decodeURIComponent(el.getAttribute("href").slice(1));
  if (id && id !== "top" && !ids.has(id)) say("2.4.1", el, `the link leads to "#${id}", which is not on the page`);
}
return found;
