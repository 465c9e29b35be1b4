// How long the page may be read before it goes away by itself.
const met = arguments[0], done = arguments[arguments.length - 1];
const DAY = 20 * 3600;  // WCAG lets a limit of more than twenty hours be
const found = [];
function look(text, el, from) {
  const seconds = parseFloat(text);
  if (!(seconds > 0) || seconds > DAY) return;  // at once is a redirection: nobody has begun to read
  const where = /url\s*=/i.test(text) ? "leads to another page" : "loads itself again";
  found.push({ selector: selector(el), message: `after ${seconds} seconds the page ${where} (${from})` });
}
for (const meta of $$("meta[http-equiv=refresh i]")) if (!meta.closest("noscript")) look(meta.content, meta, "meta refresh");
const ask = !met && /^https?:/.test(location.protocol)
  ? fetch(location.href, { method: "HEAD", cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(2000) })
    .then(answer => look(answer.headers.get("Refresh") || "", document.documentElement, "Refresh header"), () => {})
  : Promise.resolve();
ask.then(() => done(found));
