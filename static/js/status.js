// One status region, one message at a time. Messages come from the page (data-say), from fragments (#status-inbox, filled
// by htmx out of band) and from other modules (say). None overwrites another; old ones are taken away so that a screen
// reader does not say them again when a dialog closes.

const GAP = 1200;
const KEPT = 15000;
const waiting = [];
let busy = false;

function next() {
  const region = document.getElementById("status");
  const text = waiting.shift();
  if (!region || text === undefined) {
    busy = false;
    return;
  }
  busy = true;
  const line = document.createElement("p");
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), KEPT);
  setTimeout(next, GAP);
}

export function say(text) {
  const words = text.trim();
  if (!words) return;
  waiting.push(words);
  if (!busy) next();
}

export function silence() {
  waiting.length = 0;
  document.getElementById("status")?.replaceChildren();
}

const inbox = document.getElementById("status-inbox");
if (inbox) {
  new MutationObserver(() => {
    for (const line of [...inbox.children]) {
      say(line.textContent);
      line.remove();
    }
  }).observe(inbox, { childList: true });
}

// a moment after the load, when the title has been said
setTimeout(() => {
  for (const shown of document.querySelectorAll("[data-say]")) say(shown.textContent);
}, 1000);
