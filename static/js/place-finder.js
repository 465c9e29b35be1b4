// Beside the words for a place: the telephone says where it is, once, when somebody presses for it. It stands unseen in
// the page until there is a script and something to ask; the words are always enough. Nothing that was typed is touched.

import { say } from "./status.js";

const DIGITS = 5;
const WIDEST = 100000;
const PATIENCE = 1000;
const ASKED = { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 };

function made(tag, words, parts = {}) {
  const element = Object.assign(document.createElement(tag), parts);
  element.textContent = words;
  return element;
}

class PlaceFinder extends HTMLElement {
  connectedCallback() {
    if (this.button || !isSecureContext || !("geolocation" in navigator)) return;
    const { ask, note, remove } = this.dataset;
    this.inputs = this.querySelectorAll("input[type=hidden]");
    this.querySelector(".choice")?.remove();
    const hint = made("p", note, { className: "hint", id: `${this.id}-note` });
    this.button = made("button", ask, { type: "button", className: "button quiet" });
    this.button.setAttribute("aria-describedby", hint.id);
    this.button.addEventListener("click", () => this.ask());
    // a button that sends would be the one that the key Enter presses in the box above
    this.removal = made("button", remove, { type: "button", className: "link-button", hidden: !this.inputs[0].value });
    this.removal.addEventListener("click", () => this.forget());
    this.prepend(hint, this.button);
    this.append(this.removal);
    this.hidden = false;
  }

  ask() {
    if (this.asking) return;
    this.asking = setTimeout(() => this.tell(this.dataset.asking), PATIENCE);
    const done = (then) => (answer) => {
      clearTimeout(this.asking);
      this.asking = 0;
      then(answer);
    };
    navigator.geolocation.getCurrentPosition(
      done(({ coords }) => this.take(coords)),
      done(({ code }) => this.fail(code)),
      ASKED,
    );
  }

  take({ latitude, longitude, accuracy }) {
    const metres = Math.ceil(accuracy);
    if (!(metres <= WIDEST)) {
      this.tell(this.dataset.unknown);
      return;
    }
    this.fill([latitude.toFixed(DIGITS), longitude.toFixed(DIGITS), String(metres)]);
    const forms = JSON.parse(this.dataset.taken);
    const form = new Intl.PluralRules(document.documentElement.lang).select(metres);
    this.tell((forms[form] ?? forms.other).replace("{number}", String(metres)));
  }

  // a position that was taken before stays until there is another
  fail(code) {
    const { denied, unknown, late } = this.dataset;
    this.tell({ 1: denied, 3: late }[code] ?? unknown);
  }

  forget() {
    this.fill(["", "", ""]);
    this.button.focus();
    this.tell(this.dataset.removed);
  }

  fill(values) {
    this.inputs.forEach((input, place) => { input.value = values[place]; });
    this.removal.hidden = !values[0];
  }

  tell(words) {
    this.querySelector(".whereabouts-state")?.remove();
    this.removal.before(made("p", words, { className: "whereabouts-state" }));
    say(words);
  }
}

customElements.define("place-finder", PlaceFinder);
