// A second press of a button sends nothing twice: while the form is on its way the button says "Sending…". It is never
// disabled, so the focus stays, and coming back to the page (back button, page cache) makes it a button again.
//
// A form with #unconnected in it goes only when the town answers: without internet the page says so, before anything is
// pressed and after, and what was typed stays where it is.

const sent = new Map();
const unconnected = document.getElementById("unconnected");
const PATIENCE = 8000; // ms, until a line on which nothing comes back counts as none
let note = null;
let going = null; // the form that may go: the town has answered

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

function tell(words) {
  const line = document.createElement("p");
  line.textContent = words;
  document.getElementById("status").replaceChildren(line);
}

function cutOff() {
  if (!note) {
    note = unconnected.content.firstElementChild.cloneNode(true);
    unconnected.before(note);
  }
  tell(note.textContent.trim());
}

function connected() {
  if (!note) return;
  note.remove();
  note = null;
  tell(unconnected.dataset.again);
}

async function ask(form, submitter) {
  try {
    if (!navigator.onLine) throw new Error("no line");
    await fetch("/robots.txt", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    release(form);
    cutOff();
    return;
  }
  release(form);
  connected();
  going = form;
  form.requestSubmit(submitter);
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
  if (form.contains(unconnected) && going !== form) {
    event.preventDefault();
    event.stopImmediatePropagation();
    hold(form, pressed);
    ask(form, event.submitter);
    return;
  }
  going = null;
  // after the browser has read the pressed button's own name and value
  setTimeout(() => hold(form, pressed), 0);
}, true);

window.addEventListener("pageshow", (event) => {
  // what was sent meanwhile is not asked to be sent again: the town knows, the page kept by the browser does not
  if (event.persisted && document.querySelector("form[data-fresh]")) location.reload();
  for (const form of [...sent.keys()]) release(form);
});

if (unconnected) {
  window.addEventListener("offline", cutOff);
  window.addEventListener("online", connected);
  if (!navigator.onLine) cutOff();
}

document.addEventListener("htmx:finally:request", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});
