// After a slot was swapped in place: the button that was pressed may be gone, so the slot's heading takes the focus.
// What was pressed can name another place (data-focus). Where the fragment takes the focus itself (autofocus on an error
// summary), or the focus is still on something, nothing moves; nor where nobody pressed anything (data-quiet).

const SETTLED = 30;

function isLost() {
  const active = document.activeElement;
  return !active || active === document.body || !active.isConnected;
}

export function take(target) {
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus();
}

// what was pressed may not live through the swap
document.addEventListener("htmx:before:swap", (event) => {
  const ctx = event.detail.ctx;
  if (ctx) ctx.focusOn = ctx.sourceElement?.dataset?.focus;
});

document.addEventListener("htmx:after:swap", (event) => {
  const { target: asked, focusOn: named } = event.detail.ctx ?? {};
  // an answer that chose another place (HX-Retarget) names it
  const target = typeof asked === "string" ? document.querySelector(asked) : asked;
  if (!(target instanceof Element) || target.hasAttribute("data-quiet")) return;
  setTimeout(() => {
    const place = named && document.getElementById(named);
    if (place) return take(place);
    const slot = document.getElementById(target.id);
    if (slot && isLost()) take(slot.querySelector("h1, h2, h3") ?? slot);
  }, SETTLED);
});
