// A control for files says in the page's language what it does and what was chosen; browsers say it in their own, and
// cut it. The control itself stays, with the focus and the keys it has: it lies unseen over what looks like its button,
// and its name ends with the words there. The names of the files stand below, whole, and are heard once.

import { say } from "./status.js";

function made(tag, words, parts = {}) {
  const element = Object.assign(document.createElement(tag), parts);
  element.textContent = words;
  return element;
}

class FileChooser extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    this.input = this.querySelector("input");
    this.state = made("p", "");
    this.names = made("ul", "", { className: "plain", hidden: true });
    const button = made("span", this.dataset.choose, { className: "button quiet", ariaHidden: "true" });
    this.name(...this.input.labels, button);
    this.input.after(button);
    this.append(this.state, this.names);
    this.input.addEventListener("change", () => this.say());
    this.show();
  }

  name(...parts) {
    const ids = parts.map((part, place) => (part.id ||= `${this.input.id}-name-${place}`)).join(" ");
    const call = () => {
      if (this.input.getAttribute("aria-labelledby") !== ids) this.input.setAttribute("aria-labelledby", ids);
    };
    call();
    // htmx gives what it swaps in the attributes that it came with, a moment later
    new MutationObserver(call).observe(this.input, { attributeFilter: ["aria-labelledby"] });
  }

  show() {
    const names = Array.from(this.input.files, (file) => file.name);
    this.state.textContent = names.length ? this.dataset.chosen : this.dataset.none;
    this.names.hidden = !names.length;
    this.names.replaceChildren(...names.map((name) => {
      const line = made("li", "");
      line.append(made("bdi", name));
      return line;
    }));
    return names;
  }

  say() {
    const names = new Intl.ListFormat(document.documentElement.lang).format(this.show());
    say(`${this.state.textContent} ${names}`);
  }
}

customElements.define("file-chooser", FileChooser);

// coming back to a page, the browser may have kept what was chosen
window.addEventListener("pageshow", () => {
  for (const one of document.querySelectorAll("file-chooser")) one.show();
});
