// Regions whose changes are announced: whether they can be, and whether they should.
const [wrong] = arguments;
const found = [];
const say = (el, message, severity = "serious", criterion = "4.1.3") => found.push({ criterion, selector: selector(el), message, severity });
const LIVE = "[aria-live=polite], [aria-live=assertive], [role=alert], [role=status], [role=log]";
const off = el => el.getAttribute("aria-live") === "off";
const regions = $$(LIVE + ", output").filter(el => !off(el));
const invalid = $$("[aria-invalid=true]").some(shown);
for (const el of regions) {
  const name = el.getAttribute("role") || el.getAttribute("aria-live") || "output";
  if (el.closest("[aria-hidden=true]")) say(el, `a live region (${name}) inside aria-hidden is never announced`);
  else if (el.matches("[role=presentation], [role=none]")) say(el, "a live region without a role");
  if (el.getAttribute("aria-live") && /^(alert|status)$/.test(el.getAttribute("role")) && { alert: "polite", status: "assertive" }[el.getAttribute("role")] === el.getAttribute("aria-live"))
    say(el, `role "${el.getAttribute("role")}" and aria-live "${el.getAttribute("aria-live")}" contradict each other`, "moderate");
  const above = el.parentElement?.closest(LIVE);
  if (above && !off(above) && above.getAttribute("role") !== "log") say(el, "a live region inside another one is announced twice", "moderate");
  if (!shown(el)) continue;
  const text = tidy(el.innerText);
  const large = el.matches("body, main, article, form") || el.querySelector("main, form, table, nav, h1") || text.length > 1500;
  if (large && el.getAttribute("role") !== "log" && !above) say(el, `a live region of ${text.length} letters reads all of them out at each change`, "moderate");
  if (el.matches("[role=alert], [aria-live=assertive]") && text && !invalid && !el.querySelector("a[href^='#']") && !wrong.some(word => text.toLocaleLowerCase().includes(word)))
    say(el, `an alert interrupts; this one holds nothing urgent: "${shortened(text)}"`, "minor");
  if (el.tabIndex === 0 && !/^(INPUT|A|BUTTON)$/.test(el.tagName) && el.scrollHeight <= el.clientHeight + 2) say(el, "a live region is no stop for the keyboard", "minor");
}
return found;
