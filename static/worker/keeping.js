// What the worker keeps: pages that may be kept, with what they need, and no more of them than HOUSE says.

function mayKeep(url, answer) {
  const control = answer.headers.get("cache-control") ?? "";
  return (
    ALLOWED.test(url.pathname) &&
    url.search === "" &&
    answer.status === 200 &&
    !answer.redirected &&
    answer.headers.get("content-type")?.startsWith("text/html") === true &&
    /(^|,)\s*public\b/.test(control) &&
    answer.headers.get("x-keep") !== "no"
  );
}

function isLasting(answer) {
  return answer.status === 200 && (answer.headers.get("cache-control") ?? "").includes("immutable");
}

async function save(path, answer) {
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set("x-saved-at", new Date().toISOString());
  headers.set("x-title", encodeURIComponent(titleOf(text) || path));
  const assets = await caches.open(ASSETS);
  for (const address of needs(text)) {
    if (await assets.match(address)) continue;
    const found = await fetch(address).catch(() => undefined);
    if (found && isLasting(found)) await assets.put(address, found);
  }
  const pages = await caches.open(PAGES);
  await pages.put(path, new Response(text, { headers }));
}

const WRITTEN = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" };

function titleOf(text) {
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "";
  return title.replace(/&(?:amp|lt|gt|#34|#39);/g, (found) => WRITTEN[found]);
}

function needs(text) {
  return new Set([...text.matchAll(/(?:href|src)="(\/static\/[^"#]+)/g)].map((found) => found[1]));
}

async function trim() {
  const pages = await caches.open(PAGES);
  const keys = (await pages.keys()).filter(({ url }) => !url.endsWith(`/${OFFLINE}`));
  for (const key of keys.slice(0, Math.max(0, keys.length - HOUSE.most))) await pages.delete(key);
}

// Styles and scripts that no saved page asks for any more.
async function sweep() {
  const pages = await caches.open(PAGES);
  const wanted = new Set(HOUSE.shell);
  for (const key of await pages.keys()) {
    const kept = await pages.match(key);
    for (const address of needs(await kept.text())) wanted.add(address);
  }
  const assets = await caches.open(ASSETS);
  for (const key of await assets.keys()) {
    const { pathname } = new URL(key.url);
    if (!wanted.has(pathname) && !pathname.includes(`/${HOUSE.build}/`)) await assets.delete(key);
  }
}
