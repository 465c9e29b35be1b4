// Buttons that change the page: "plan" which, "before" one is pressed, "after" it was, "back" what it changed still stands.
const [wish, number] = arguments;
const LIVE = "[aria-live]:not([aria-live=off]), [role=alert], [role=status], [role=log], output";
const MOST = 5;
const STATES = ["aria-expanded", "aria-pressed", "aria-checked", "aria-selected"];
const states = el => STATES.map(name => el.getAttribute(name)).join();
const own = window.gatePressed?.[number];
const blocks = () => $$("p, li, dd, dt, h2, h3, h4, h5, h6, div, section, span, ul, ol, td").filter(el => !el.closest(LIVE) && !el.closest("button, [role=button], script, style, svg"));
const called = el => tidy([el.innerText, el.getAttribute("aria-label"), el.title, ...$$("img", el).map(img => img.alt)].join(" "));
const direct = el => tidy([...el.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(" "));

if (wish === "plan") {
  window.gatePressed = $$("button[type=button], button, [role=button]").filter(el => shown(el) && !unseen(el) && !el.disabled && el.tabIndex >= 0
    && el.getAttribute("aria-disabled") !== "true" && !(el.form && el.type !== "button") && !el.matches("[aria-haspopup=dialog], [popovertarget], [commandfor], [aria-haspopup=menu], [aria-haspopup=true]")
    && !el.closest("dialog, [role=dialog], [role=tablist], [role=toolbar], [role=menu]")).slice(0, MOST);
  return window.gatePressed.map(selector);
}
if (wish === "before") {
  if (!own?.isConnected || !shown(own)) return false;
  own.focus();
  window.gatePressedWas = { state: states(own), place: own.parentElement, seen: new Map(blocks().map(el => [el, [shown(el), direct(el)]])), words: called(own) };
  return document.activeElement === own;
}
if (wish === "back") {  // what it opened may have the focus, and may close when that leaves
  if (document.activeElement !== own) own.focus();
  return document.activeElement === own && (states(own) !== window.gatePressedWas.state || called(own) !== window.gatePressedWas.words);
}
const was = window.gatePressedWas, at = document.activeElement;
const lost = !at || at === document.body || !at.isConnected;
let shows = "", says = "";
for (const el of blocks()) {
  const [seen, words] = was.seen.get(el) || [null, ""];
  if (!shown(el) || !direct(el)) continue;
  if (seen === false) shows ||= shortened(direct(el));  // it was there, and hidden
  else if (seen === null || words !== direct(el)) says ||= shortened(direct(el));  // it is new
}
const told = !own.isConnected || states(own) !== was.state || called(own) !== was.words;
const controls = own.isConnected && own.hasAttribute("aria-expanded");
if (own.isConnected && own.matches("[aria-expanded]") && says && !told) { shows ||= says; says = ""; }
if (controls || !own.isConnected) says = "";  // what a disclosure opens is found by going on
return { lost, shows, says, told, moved: at !== own && !lost, place: own.isConnected ? selector(own) : selector(was.place),
  again: own.isConnected && shown(own) && told };
