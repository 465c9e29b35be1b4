// Keeps public pages so that they can be read without network. HOUSE stands above: what the server says of itself.
//
// A page is kept only if its address is on the list, it is the same for everybody (its own header says so), and it asked
// for nothing more by a query. A saved page says when it was saved. A new worker waits until no page of the old one is
// open; with HOUSE.on false it forgets everything at once and goes.

const PAGES = "pages";
const ASSETS = "assets";
const OFFLINE = "offline";
const ALLOWED = new RegExp(`^/(${HOUSE.locales.join("|")})/(${HOUSE.kept.join("|")})/?$`);

self.addEventListener("install", (event) => {
  event.waitUntil(HOUSE.on ? furnish() : self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(HOUSE.on ? settle() : leave());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!HOUSE.on || request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(asset(request, event));
});

async function furnish() {
  const assets = await caches.open(ASSETS);
  await assets.addAll(HOUSE.shell);
  for (const locale of HOUSE.locales) await save(`/${locale}/${OFFLINE}`, await fetch(`/${locale}/${OFFLINE}`));
}

// Each saved page is fetched again in its new form; what cannot be fetched stays as it is, with what it needs.
async function settle() {
  await self.registration.navigationPreload?.enable();
  const pages = await caches.open(PAGES);
  for (const { url } of await pages.keys()) {
    const path = new URL(url).pathname;
    const answer = await fetch(path).catch(() => undefined);
    if (answer?.status === 404 || answer?.status === 410) await pages.delete(path);
    else if (answer && mayKeep(new URL(url), answer)) await save(path, answer);
  }
  await sweep();
}

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}

async function page(event, url) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (mayKeep(url, answer)) event.waitUntil(save(url.pathname, answer.clone()).then(trim));
    return answer;
  } catch (lost) {
    return (await saved(url)) ?? (await offline(url)) ?? Promise.reject(lost);
  }
}

async function asset(request, event) {
  const assets = await caches.open(ASSETS);
  const known = await assets.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (isLasting(answer)) event.waitUntil(assets.put(request, answer.clone()));
  return answer;
}

async function saved(url) {
  if (url.search !== "") return undefined;
  const pages = await caches.open(PAGES);
  const kept = await pages.match(url.pathname);
  if (!kept || url.pathname.endsWith(`/${OFFLINE}`)) return kept;
  const note = await words(url, kept.headers.get("x-saved-at"));
  const text = (await kept.text()).replace(/<main\b[^>]*>/, (main) => main + note);
  return new Response(text, { headers: kept.headers });
}

async function offline(url) {
  const pages = await caches.open(PAGES);
  return pages.match(`/${localeOf(url)}/${OFFLINE}`);
}

function localeOf(url) {
  const named = [url.pathname.split("/")[1], ...self.navigator.languages];
  for (const each of named) {
    const fits = HOUSE.locales.find((locale) => each.split("-")[0] === locale.split("-")[0]);
    if (fits) return fits;
  }
  return HOUSE.locales[0];
}

// The sentence comes from the offline page, in its language; only the date is written here.
async function words(url, at) {
  const locale = localeOf(url);
  const text = (await (await offline(url))?.text()) ?? "";
  const note = /<template id="saved-note">([^]*?)<\/template>/.exec(text)?.[1] ?? "";
  // As the server writes it, and the list of saved pages: British English, Western digits, 24 hours
  const spoken = locale === "en" ? "en-GB" : `${locale}-u-nu-latn`;
  const date = new Intl.DateTimeFormat(spoken, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });
  return note.replace("<b data-at></b>", `<time datetime="${at}">${date.format(new Date(at))}</time>`);
}
