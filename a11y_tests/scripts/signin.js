// Signing in: nothing to puzzle out, to remember or to type off.
const [code, lines, typed] = arguments;
return (async () => {
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const low = text => tidy(text).toLocaleLowerCase();
const label = el => low([...(el.labels || [])].map(l => l.innerText).join(" ") || el.getAttribute("aria-label") || el.placeholder);
const fields = $$("input").filter(el => shown(el) && !el.disabled && !el.readOnly);
const passwords = fields.filter(el => el.type === "password");
const text = el => ["text", "tel", "number", "email", "password", ""].includes(el.type);
const short = el => el.inputMode === "numeric" || ["tel", "number"].includes(el.type) || el.maxLength > 0 && el.maxLength <= 8;
const codes = fields.filter(el => text(el) && (el.autocomplete === "one-time-code" || short(el) && code.some(word => label(el).includes(word))));
const group = el => el.closest("fieldset, [role=group]") || el.parentElement.parentElement || el.parentElement;
const about = el => low(`${label(el)} ${group(el).innerText} ${group(el).getAttribute("aria-label")} ${el.autocomplete}`);
function singles() {
  const found = new Map();
  for (const el of fields.filter(f => text(f) && (f.maxLength === 1 || f.pattern === "[0-9]"))) {
    const whole = group(el);
    if (el.type === "password" || el.autocomplete === "one-time-code" || code.some(word => about(el).includes(word))) found.set(whole, (found.get(whole) || []).concat(el));
  }
  return found.values();
}
const forms = new Set(passwords.concat(codes).map(el => el.form || document.body));
const also = fields.filter(el => text(el) && [...forms].some(form => form.contains(el)));

for (const el of also) {  // a paste, as password managers and people do it
  const all = fields.map(f => f.value), at = document.activeElement;
  const clip = new DataTransfer();
  clip.setData("text/plain", "482915");
  const ways = [new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true }),
    new InputEvent("beforeinput", { inputType: "insertFromPaste", data: "482915", dataTransfer: clip, bubbles: true, cancelable: true })];
  const refused = ways.some(event => !el.dispatchEvent(event));
  const taken = fields.some((f, i) => f.value !== all[i]);  // a widget may take it and share it out
  fields.forEach((f, i) => { if (f.value !== all[i]) f.value = all[i]; });
  if (document.activeElement !== at) at?.focus?.();
  if (refused && !taken) say("3.3.8", el, "it refuses what is pasted");
}
for (const el of passwords) {
  const token = (el.getAttribute("autocomplete") || "").toLowerCase().split(/\s+/).at(-1) || "";
  if (["off", "nope", "false", "none"].includes(token) || token === "one-time-code" && el.maxLength > 12) say("3.3.8", el, `autocomplete "${token}" keeps password managers away`);
  else if (!token) say("1.3.5", el, "a password without autocomplete \"current-password\" or \"new-password\"", "moderate");
  else if (!/^(current-password|new-password|one-time-code|section-.*|webauthn|on|cc-csc)$/.test(token)) say("1.3.5", el, `a password whose autocomplete is "${token}"`);
}
const single = passwords.filter(el => el.maxLength === 1);
if (single.length > 1 || passwords.length && lines.some(word => low(document.body.innerText).includes(word))) say("3.3.8", single[0] || passwords[0], "it asks for single letters of a secret, which nobody can paste");
for (const boxes of singles()) {  // a code in boxes of one letter each: one paste has to fill them
  if (boxes.length < 4) continue;
  const before = boxes.map(b => b.value), clip = new DataTransfer(), first = boxes[0], code = "482915".slice(0, boxes.length);
  clip.setData("text/plain", code);
  const spread = () => boxes.slice(1).some((b, i) => b.value !== before[i + 1]);
  const at = document.activeElement;
  first.focus();
  if (first.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true })) && !spread()) {
    first.value = first.maxLength === 1 ? code[0] : code;
    first.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", data: code, bubbles: true }));
  }
  await new Promise(done => setTimeout(done, 60));
  if (!spread()) say("3.3.8", first, "a code in single boxes, and a paste fills only one of them");
  boxes.forEach((b, i) => { if (b.value !== before[i]) { b.value = before[i]; b.dispatchEvent(new Event("input", { bubbles: true })); } });
  if (document.activeElement !== at) at?.focus?.();
}
for (const el of codes) {
  const token = el.autocomplete || el.getAttribute("autocomplete") || "";
  if (el.maxLength === 1 && codes.length > 1) continue;
  if (!token.includes("one-time-code") && !/captcha/i.test(`${el.name} ${el.id}`)) say("3.3.8", el, "a code that was sent, without autocomplete \"one-time-code\"", token === "off" ? "serious" : "moderate");
}

// Puzzles.
const signing = passwords.length || codes.length || fields.some(el => /^(username|webauthn|username webauthn|email webauthn)$/.test(el.autocomplete));
for (const el of $$("img, canvas, svg").filter(shown)) {
  const named = [el.getAttribute("src"), el.getAttribute("alt"), el.id, el.getAttribute("class"), el.getAttribute("aria-label")].join(" ");
  if (/captcha|驗證碼圖|验证码/i.test(named)) say(signing ? "3.3.8" : "1.1.1", el, "letters in a picture that have to be typed off");
}
for (const el of fields.filter(text)) {
  if (typed.some(word => label(el).includes(word)) || /captcha/i.test(`${el.name} ${el.id}`)) say(signing ? "3.3.8" : "1.1.1", el, "it asks for what can only be read from a picture");
}
const PUZZLE = /(recaptcha\/(api2|enterprise)\/anchor(?!.*size=invisible)|hcaptcha\.com.*frame=checkbox(?!-invisible)|arkoselabs|funcaptcha|geetest)/i;
for (const el of $$("iframe").filter(shown)) if (signing && PUZZLE.test(el.src)) say("3.3.9", el, "a puzzle of pictures at sign-in", "moderate");
const SUM = /(^|\s|：|:)(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco)\s*([+＋×x*−加減]|plus|minus|times|más|menos|por)\s*(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco)\s*(=|\?|？|؟|$)/i;
for (const el of fields.filter(text)) if (signing && SUM.test(label(el))) say("3.3.8", el, `a sum has to be done to go on: "${shortened(label(el))}"`);
return found;
})();
