// What keeps somebody on a phone from reading the page as it is, or from making the page larger with two fingers.
const found = [];
const say = (el, message, severity) => found.push({ selector: selector(el), message, severity });
for (const meta of $$("meta[name=viewport i]")) {
  const parts = Object.fromEntries(meta.content.toLowerCase().split(/[,;]/).map(p => p.split("=").map(s => s.trim())));
  const scalable = parts["user-scalable"];
  if (scalable === "no" || scalable !== undefined && Math.abs(parseFloat(scalable)) < 1) say(meta, `user-scalable=${scalable} forbids to zoom`, "critical");
  const most = parseFloat(parts["maximum-scale"]);
  if (most >= 0 && most < 2) say(meta, `maximum-scale=${parts["maximum-scale"]} forbids to zoom to 200 %`, "critical");
}
const fits = meta => /(^|[,;\s])(width\s*=\s*device-width|initial-scale\s*=)/i.test(meta.content);
if (document.doctype && !$$("meta[name=viewport i]").some(fits)) found.push({ selector: "html", severity: "moderate", criterion: "1.4.10",
  message: "it does not say that it fits a small screen (meta viewport): a phone shows it as wide as a desk, and small" });
for (const el of [document.documentElement, document.body]) {
  const touch = getComputedStyle(el).touchAction;
  if (!/auto|manipulation|pinch-zoom/.test(touch)) say(el, `touch-action: ${touch} forbids to zoom with two fingers`, "serious");
}
return found;
