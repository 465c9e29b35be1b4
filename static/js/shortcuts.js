// Shortcuts of one key at the desk. The page loads this only for whoever wants them; the keys stand in the tag that loads
// it (data-shortcuts="start=s queue=q"). Nothing happens while somebody writes, or together with another key.

const tag = document.querySelector("script[data-shortcuts]");
const keys = new Map((tag?.dataset.shortcuts ?? "").split(" ").map((pair) => pair.split("=").reverse()));
const home = tag?.dataset.home ?? "/";

const PLACES = { start: "desk", queue: "desk/cases", shortcuts: "desk/shortcuts" };
const FIELDS = {
  find: "[role=search] input:not([type=hidden])",
  message: "textarea[name=text]",
  note: "#note",
  pass: "#assignee",
};
const WRITING = "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";

function step(by) {
  const links = [...document.querySelectorAll(".queue-list a.whole")];
  const here = links.findIndex((link) => link.hasAttribute("aria-current") || link === document.activeElement);
  links[here < 0 ? 0 : here + by]?.click();
}

function run(action) {
  if (action in PLACES) location.assign(home + PLACES[action]);
  else if (action in FIELDS) document.querySelector(FIELDS[action])?.focus();
  else if (action === "next") step(1);
  else if (action === "previous") step(-1);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  if (event.target instanceof Element && event.target.closest(WRITING)) return;
  const action = keys.get(event.key.toLowerCase());
  if (!action) return;
  event.preventDefault();
  run(action);
});
