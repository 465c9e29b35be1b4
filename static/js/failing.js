// A part of a page that could not be fetched or sent: the page stays as it is, with all that was typed, and says so beside
// what was pressed. What asks by itself (data-quiet) says nothing: it asks again.
import { say } from "./status.js";

const TOO_OFTEN = 429;
const BROKEN = 500;
const notes = new WeakMap(); // what was pressed, and what is said beside it

function forget(source) {
  notes.get(source)?.remove();
  notes.delete(source);
}

function tell(source, words) {
  const template = document.getElementById("failed");
  if (!template || source.closest("[data-quiet]")) return;
  forget(source);
  const note = template.content.firstElementChild.cloneNode(true);
  if (words) note.querySelector("p").textContent = words;
  notes.set(source, note);
  const form = source.closest("form");
  if (form) form.before(note);
  else (source.closest("section") ?? document.getElementById("main")).prepend(note);
  note.scrollIntoView({ block: "nearest" });
  say(note.textContent);
}

document.addEventListener("htmx:before:response", (event) => {
  const { sourceElement, response } = event.detail.ctx;
  forget(sourceElement);
  if (response.status !== TOO_OFTEN && response.status < BROKEN) return;
  event.preventDefault();
  tell(sourceElement, decodeURIComponent(response.headers.get("HX-Failure") ?? ""));
});

document.addEventListener("htmx:error", (event) => {
  const ctx = event.detail.ctx;
  if (ctx && !ctx.response) tell(ctx.sourceElement, "");
});
