// A second press of a button sends nothing twice: while the form is on its way the button says "Sending…". It is never
// disabled, so the focus stays, and coming back to the page (back button, page cache) makes it a button again.

const sent = new Map();

function hold(form, button) {
  sent.set(form, { button, words: button ? [...button.childNodes] : [] });
  if (!button) return;
  button.setAttribute("aria-disabled", "true");
  if (button.dataset.sending) button.replaceChildren(button.dataset.sending);
}

export function release(form) {
  const held = sent.get(form);
  if (!held) return;
  sent.delete(form);
  if (!held.button) return;
  held.button.removeAttribute("aria-disabled");
  held.button.replaceChildren(...held.words);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (sent.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  // Enter may press the hidden first button, which stands for the one that people see
  const pressed = event.submitter?.ariaHidden ? form.querySelector("[data-sending]") : event.submitter;
  // after the browser has read the pressed button's own name and value
  setTimeout(() => hold(form, pressed), 0);
}, true);

window.addEventListener("pageshow", () => {
  for (const form of [...sent.keys()]) release(form);
});

document.addEventListener("htmx:finally:request", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});
