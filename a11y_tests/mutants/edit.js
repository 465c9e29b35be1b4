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
function sent() {
  all(given.at);
  if (given.css) page.head.append(Object.assign(page.createElement("style"), { textContent: given.css }));
  if (given.script) page.body.append(Object.assign(page.createElement("script"), { textContent: given.script }));
  return "<!doctype html>\n" + page.documentElement.outerHTML;
}
