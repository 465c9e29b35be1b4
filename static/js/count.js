// How many letters are left in a long text. It never cuts what is typed. The visible line follows each key; a screen
// reader hears it in the pauses.

import { say } from "./status.js";

const PAUSE = 1500;

function words(line, left) {
  const form = left < 0 ? line.dataset.over : line.dataset.left;
  return form.replace("{number}", String(Math.abs(left)));
}

// letters as the server counts them: a line end is one, a letter outside the basic plane is one
function length(text) {
  return [...text.replace(/\r\n?/g, "\n")].length;
}

for (const line of document.querySelectorAll("[data-count-of]")) {
  const field = document.getElementById(line.dataset.countOf);
  const most = Number(line.dataset.most);
  let pause;
  const show = () => {
    line.textContent = words(line, most - length(field.value));
  };
  field.addEventListener("input", () => {
    show();
    clearTimeout(pause);
    pause = setTimeout(() => say(line.textContent), PAUSE);
  });
  show();
}
