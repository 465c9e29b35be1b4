// A control for files says in the page's language what it does and what was chosen; browsers say it in their own, and
// cut it. The control itself stays, with the focus and the keys it has: it lies unseen over what looks like its button,
// and its name ends with the words there. The names of the files stand below, whole, and are heard once.
//
// A photo that is larger than the question takes is made smaller here, and the page says so: cameras of phones make
// larger ones than a town needs to read. What cannot be made smaller stays, and the town says what to do.

import { say } from "./status.js";

function made(tag, words, parts = {}) {
  const element = Object.assign(document.createElement(tag), parts);
  element.textContent = words;
  return element;
}

const TRIES = [[3000, 0.85], [2000, 0.8], [1600, 0.7]]; // longest edge in pixels, quality

async function lighter(file, most) {
  if (file.size <= most || !file.type.startsWith("image/")) return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    for (const [edge, quality] of TRIES) {
      const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      pen.fillStyle = "white"; // a photo has nothing to see through
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size <= most) {
        return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
      }
    }
  } catch {
    // no picture that this browser can read
  }
  return file;
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
    this.smaller = made("p", this.dataset.smaller ?? "", { hidden: true });
    this.append(this.state, this.names, this.smaller);
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

  async fit() {
    const most = Number(this.dataset.most);
    const chosen = Array.from(this.input.files);
    if (!most || (this.input.accept && !this.input.accept.includes("image/jpeg"))) return false;
    const fitting = await Promise.all(chosen.map((file) => lighter(file, most)));
    const isNewer = chosen.some((file, place) => file !== this.input.files[place]);
    if (isNewer || fitting.every((file, place) => file === chosen[place])) return false;
    const all = new DataTransfer();
    for (const file of fitting) all.items.add(file);
    this.input.files = all.files;
    return true;
  }

  async say() {
    this.smaller.hidden = true;
    this.show();
    const isSmaller = await this.fit();
    const names = new Intl.ListFormat(document.documentElement.lang).format(this.show());
    this.smaller.hidden = !isSmaller;
    say([this.state.textContent, names, isSmaller ? this.smaller.textContent : ""].join(" ").trim());
  }
}

customElements.define("file-chooser", FileChooser);

// coming back to a page, the browser may have kept what was chosen
window.addEventListener("pageshow", () => {
  for (const one of document.querySelectorAll("file-chooser")) one.show();
});
