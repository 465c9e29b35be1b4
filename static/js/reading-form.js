// The page of the reading settings: what is pressed is kept and set at once, and said. Without this module the page shows
// no settings, and says where the browser has the same ones.
import { say } from "./status.js";

const form = document.querySelector("[data-reading]");

function chosen() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

function keep(settings) {
  try {
    if (Object.keys(settings).length) localStorage.setItem("reading", JSON.stringify(settings));
    else localStorage.removeItem("reading");
    return true;
  } catch {
    return false;
  }
}

function show() {
  let settings = {};
  try {
    settings = JSON.parse(localStorage.getItem("reading")) || {};
  } catch {
    // a browser that keeps nothing shows the page as it is
  }
  for (const input of form.querySelectorAll("input")) {
    input.defaultChecked = input.checked = input.value === (settings[input.name] ?? "");
  }
}

function put(settings, words) {
  const could = keep(settings);
  document.dispatchEvent(new Event("reading"));
  say(could ? words : form.dataset.unkept);
}

form.addEventListener("change", ({ target }) => {
  const label = document.querySelector(`label[for="${CSS.escape(target.id)}"]`);
  put(chosen(), form.dataset.said.replace("{what}", target.checked ? label.textContent.trim() : form.dataset.off));
});

form.querySelector("[data-as-before]").addEventListener("click", () => {
  put({}, form.dataset.before);
  show();
});

addEventListener("storage", show);
addEventListener("pageshow", show);
show();
form.hidden = false;
for (const without of document.querySelectorAll("[data-without-scripts]")) without.hidden = true;
