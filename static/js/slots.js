// After a slot was swapped in place: the button that was pressed may be gone, so the slot's heading takes the focus.
// Where the fragment asks for it itself (autofocus on an error summary), or the focus is still on something, nothing moves.

function isLost() {
  const active = document.activeElement;
  return !active || active === document.body || !active.isConnected;
}

export function takeFocus(slot) {
  if (!isLost()) return;
  const heading = slot.matches("h1, h2, h3") ? slot : slot.querySelector("h1, h2, h3");
  const target = heading ?? slot;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus();
}

document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail?.ctx?.target;
  if (!(target instanceof Element)) return;
  const slot = target.isConnected ? target : document.getElementById(target.id);
  if (slot) setTimeout(() => takeFocus(slot), 30);
});
