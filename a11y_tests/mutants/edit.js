// Edits the markup of a page before the browser gets it; what follows is the edit itself, then `return sent()`.
const page = new DOMParser().parseFromString(given.html, "text/html");
const all = css => {
  const found = [...page.querySelectorAll(css)];
  if (!found.length) throw new Error(`nothing on the page is ${css}`);
  return found;
};
const one = css => all(css)[0];
const make = markup => {
  const holder = page.createElement("template");
  holder.innerHTML = markup;
  return holder.content.firstElementChild;
};
const put = (css, where, markup) => one(css).insertAdjacentHTML(where, markup);
const drop = (css, name) => all(css).forEach(el => el.removeAttribute(name));
const set = (css, name, value) => all(css).forEach(el => el.setAttribute(name, value));
const write = (css, text) => { one(css).textContent = text; };
const retag = (el, tag, attributes = true) => {
  const other = page.createElement(tag);
  if (attributes) for (const { name, value } of el.attributes) other.setAttribute(name, value);
  other.append(...el.childNodes);
  el.replaceWith(other);
  return other;
};
const unwrap = el => el.replaceWith(...el.childNodes);
const path = el => {  // a path that leads to this element alone, also in the page that the browser makes of it
  const steps = [];
  for (let at = el; at !== page.documentElement; at = at.parentElement) {
    steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return steps.length ? `html > ${steps.join(" > ")}` : "html";
};
const chosen = fits => {
  const found = all(given.pick).filter(el => !el.closest("[hidden]") && fits(el));  // what nobody meets stops nobody
  if (!found.length) throw new Error(`none of ${given.pick} fits`);
  return found[given.number % found.length];
};
function sent(el) {
  const at = given.at || path(el);
  all(at);
  const filled = text => text.replaceAll("{at}", at).replaceAll("{number}", String(given.number % 100));
  if (given.css) page.head.append(Object.assign(page.createElement("style"), { textContent: filled(given.css) }));
  if (given.script) page.body.append(Object.assign(page.createElement("script"), { textContent: filled(given.script) }));
  return { at, html: "<!doctype html>\n" + page.documentElement.outerHTML };
}
