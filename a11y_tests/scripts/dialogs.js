// "plan": what opens a dialog. "focus": puts the focus on one of them. "look": what is open now. "close": closes it.
const [wish, number] = arguments;
const open = () => $$("dialog[open], [popover]:popover-open, [role=dialog], [role=alertdialog]").filter(shown);
const isModal = el => el.matches("dialog:modal, [aria-modal=true]");

if (wish === "plan") {
  const leads = el => ["aria-controls", "popovertarget", "commandfor"].map(name => document.getElementById(el.getAttribute(name) || "")).find(Boolean);
  window.gateOpeners = document.querySelector("dialog:modal") ? [] : $$("button, [role=button], a[aria-haspopup=dialog]").filter(el => {
    if (!shown(el) || unseen(el) || el.disabled || el.tabIndex < 0) return false;
    return el.getAttribute("aria-haspopup") === "dialog" || leads(el)?.matches("dialog, [popover], [role=dialog], [role=alertdialog]")
      || /showModal\(|showPopover\(/.test(window.gateHeard?.get(el)?.click || "");
  }).slice(0, 6);
  return window.gateOpeners.map(selector);
}
const opener = window.gateOpeners[number];
if (wish === "focus") {
  if (!opener.isConnected || !shown(opener)) return false;
  window.gateOpen = new Set(open());
  opener.focus();
  return document.activeElement === opener;
}
const now = open().filter(el => !window.gateOpen.has(el)).at(-1);
if (wish === "close") {
  if (now?.matches("dialog")) now.close();
  else if (now?.matches("[popover]")) now.hidePopover();
  return null;
}
const active = document.activeElement;
return { open: now ? selector(now) : "", modal: Boolean(now && isModal(now)), inside: Boolean(now && now.contains(active)),
  back: active === opener || opener.contains(active), there: opener.isConnected && shown(opener), lost: !active || active === document.body, at: selector(active) };
