// Each control gets the focus, and each choice is made and taken back: does the page stay? The guard is on.
const only = arguments[0], done = arguments[1];
const MOST = 60;
const wait = ms => new Promise(r => setTimeout(r, ms));
const gate = window.gateGuard;
const found = [];
const say = (criterion, el, message) => found.push({ criterion, selector: selector(el), message });
const leaves = () => gate.log.find(what => what !== "sends something");
const can = el => isAsked(el, only) && el.isConnected && shown(el) && !el.disabled && !el.matches("fieldset:disabled *") && !el.closest("[inert]");
const modal = () => document.querySelectorAll("dialog:modal").length;
const fire = (el, ...types) => types.forEach(type => el.dispatchEvent(new Event(type, { bubbles: true })));

async function focusing() {
  for (const el of $$(STOPS).filter(e => can(e) && e.tabIndex >= 0 && e.tagName !== "IFRAME").slice(0, MOST)) {
    if (!can(el)) continue;
    gate.log = [];
    const before = modal();
    let took = false;
    el.addEventListener("focus", () => { took = true; }, { once: true });
    el.focus({ preventScroll: true });
    await wait(4);
    if (leaves()) say("3.2.1", el, `when it gets the focus, the page ${leaves()}`);
    else if (modal() > before) say("3.2.1", el, "when it gets the focus, a dialog opens");
    else if (took && document.activeElement === document.body && can(el)) say("3.2.1", el, "when it gets the focus, it gives it up at once");
  }
}

async function choosing(el, make, undo) {
  if (!can(el)) return;
  el.focus({ preventScroll: true });
  await wait(4);
  gate.log = [];
  const before = modal(), held = document.activeElement === el;
  make();
  await wait(40);
  const moved = document.activeElement;
  if (leaves()) say("3.2.2", el, `when another choice is made, the page ${leaves()}`);
  else if (modal() > before) say("3.2.2", el, "when another choice is made, a dialog opens");
  else if (held && moved !== el && el.isConnected && can(el) && moved !== document.body && !(moved.name && moved.name === el.name)) say("3.2.2", el, `when another choice is made, the focus goes to ${selector(moved)}`);
  undo();
  await wait(4);
}

async function choices() {
  for (const el of $$("select").filter(e => e.options.length > 1 && can(e)).slice(0, 12)) {
    const was = el.selectedIndex, chosen = [...el.options].map(o => o.selected);
    const other = [...el.options].findIndex((o, i) => i !== was && !o.disabled);
    if (other < 0) continue;
    await choosing(el, () => { el.selectedIndex = other; fire(el, "input", "change"); },
      () => { [...el.options].forEach((o, i) => { o.selected = chosen[i]; }); fire(el, "input", "change"); });
  }
  for (const el of $$("input[type=checkbox]").filter(can).slice(0, 12)) await choosing(el, () => el.click(), () => el.isConnected && el.click());
  const groups = new Set();
  for (const el of $$("input[type=radio]").filter(can)) {
    const group = $$("input[type=radio]").filter(r => r.name === el.name && r.form === el.form);
    if (groups.has(group[0]) || groups.size > 8) continue;
    groups.add(group[0]);
    const was = group.find(r => r.checked), others = group.filter(r => r !== was).slice(0, 8);
    for (const one of others) await choosing(one, () => one.click(), () => {});  // one of them alone may lead away
    if (was) await choosing(was, () => was.click(), () => {});
    for (const one of others) if (one.isConnected && one.checked) { one.checked = false; fire(one, "input", "change"); }
  }
}

focusing().then(choices).catch(() => {}).then(() => {
  document.activeElement?.blur();
  scrollTo({ top: 0, behavior: "instant" });
  done(found);
});
