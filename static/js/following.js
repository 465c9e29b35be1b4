// Results follow the typing. Most people read them and go: what swaps them is fetched when somebody comes to the field,
// and what was typed meanwhile is searched for then.
const field = document.querySelector("[data-hx-trigger]");

async function wake() {
  const typed = field.value;
  await Promise.all([import("./swapping.js"), import("./status.js")]);
  setTimeout(() => {
    if (field.value !== typed) field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

if (document.activeElement === field) wake();
else field?.addEventListener("focus", wake, { once: true });
