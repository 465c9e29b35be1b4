// What stands at the address that was opened, and whether it asks the person to sign in.
const [words] = arguments;
const entry = performance.getEntriesByType("navigation")[0] || {};
const whole = word => /\p{Script=Han}/u.test(word) ? word : `(?<!\\p{L})${word.replace(/[-\s]/g, "[-_\\s]")}(?!\\p{L})`;
const signs = new RegExp(words.map(whole).join("|"), "iu");
const secret = "input[type=password]:not([autocomplete~=new-password]), input[autocomplete~=current-password], input[autocomplete~=username]";

// A form with one field only, in words that ask to sign in: its address is enough, a link comes by mail.
const written = "input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset], [type=checkbox], [type=radio]), select, textarea";
const fields = form => [...form.elements].filter(el => el.matches(written) && shown(el));
const called = form => [document.title, document.querySelector("h1")?.innerText, decodeURI(location.pathname),
  ...[...form.elements].filter(el => el.matches("button, input[type=submit]")).map(el => el.innerText || el.value)];
const alone = form => fields(form).length === 1 && !fields(form)[0].matches("[type=search], [role=search] *, search *")
  && called(form).some(text => signs.test(text || ""));

return { status: entry.responseStatus || 200, size: entry.decodedBodySize || 0, kind: document.contentType,
  path: location.pathname, empty: !document.body || !document.body.innerText.trim() && !document.body.children.length,
  asks: Boolean(document.querySelector(secret)) || [...document.forms].some(alone),
  named: /\/(sign|log)[-_]?in\b/i.test(location.pathname) };
