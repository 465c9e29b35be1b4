// Nothing leaves the page while it is tried: what would is written down. "on", "reset", "read", "off".
const wish = arguments[0];
const seenText = () => document.body.innerText;

function puton() {
  const gate = window.gateGuard = { active: true, waiting: 0, log: [], changes: 0, prevented: false, clicked: null, text: "", undo: [] };
  const note = what => { gate.log.push(what); };
  const listen = (on, type, does, capture) => {
    on.addEventListener(type, does, capture);
    gate.undo.push(() => on.removeEventListener(type, does, capture));
  };
  const instead = (holder, name, does) => {
    const before = holder[name];
    try { holder[name] = does(before); } catch { return; }
    gate.undo.push(() => { holder[name] = before; });
  };
  if (window.navigation) listen(navigation, "navigate", event => {
    if (event.destination.sameDocument) return;
    if (event.cancelable) event.preventDefault();
    note(event.formData ? "sends a form" : "leads to another page");
  });
  listen(window, "submit", event => {
    if (event.defaultPrevented || event.target.method === "dialog") return;
    event.preventDefault();
    note("sends a form");
  });
  listen(window, "click", event => {
    const link = event.target.closest?.("a[target], area[target]");
    if (!link || event.defaultPrevented || link.target === "_self") return;
    event.preventDefault();
    note("opens a window");
  });
  listen(window, "click", event => { gate.clicked = event.target; }, true);
  listen(window, "keydown", event => { setTimeout(() => { gate.prevented ||= event.defaultPrevented; }); }, true);
  instead(HTMLFormElement.prototype, "submit", () => () => note("sends a form"));
  instead(window, "open", () => () => { note("opens a window"); return null; });
  for (const [name, answer] of [["alert"], ["confirm", false], ["prompt", null], ["print"]]) instead(window, name, () => () => { note("opens a message"); return answer; });
  const awaited = promise => {
    const come = () => { gate.waiting--; };
    gate.waiting++;
    promise.then(come, come);
    return promise;
  };
  const idle = method => !/^(get|head)$/i.test(method || "get");  // what would change something is not sent
  instead(window, "fetch", before => (what, how) => idle(how?.method || what?.method) ? (note("sends something"), new Promise(() => {})) : awaited(before.call(window, what, how)));
  instead(XMLHttpRequest.prototype, "open", before => function (method, ...rest) { this.gateMethod = method; return before.call(this, method, ...rest); });
  instead(XMLHttpRequest.prototype, "send", before => function (...body) { return idle(this.gateMethod) ? note("sends something")
    : (awaited(new Promise(come => this.addEventListener("loadend", come))), before.apply(this, body)); });
  instead(navigator, "sendBeacon", () => () => true);
  const observer = new MutationObserver(all => { gate.changes += all.length; });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  gate.undo.push(() => observer.disconnect());
}

const gate = window.gateGuard;
if (wish === "on") { if (gate?.active) gate.undo.forEach(u => u()); puton(); }
if (wish === "off" && gate?.active) { gate.active = false; gate.undo.reverse().forEach(u => u()); }
if (wish === "on" || wish === "reset") Object.assign(window.gateGuard, { log: [], changes: 0, prevented: false, clicked: null, text: seenText(), address: location.href });
if (wish === "read") return { waiting: gate.waiting > 0, log: [...new Set(gate.log)], changed: gate.changes > 0, prevented: gate.prevented, clicked: Boolean(gate.clicked), text: seenText() !== gate.text, moved: location.href !== gate.address };
return null;
