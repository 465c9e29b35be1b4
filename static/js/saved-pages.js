// The offline page: which pages are kept in this browser, and a button that forgets them.
const PAGES = "pages";
const part = document.getElementById("saved");
const list = part?.querySelector("ul");
const line = part?.querySelector("template");
const locale = document.documentElement.lang;
// As the server writes them: British English, Western digits, 24 hours
const spoken = locale === "en" ? "en-GB" : `${locale}-u-nu-latn`;
const date = new Intl.DateTimeFormat(spoken, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });

async function kept() {
  if (!window.caches || !(await caches.has(PAGES))) return [];
  const pages = await caches.open(PAGES);
  const found = [];
  for (const key of await pages.keys()) {
    const { pathname } = new URL(key.url);
    if (pathname.endsWith("/offline")) continue;
    const { headers } = await pages.match(key);
    found.push({ path: pathname, title: decodeURIComponent(headers.get("x-title")), at: headers.get("x-saved-at") });
  }
  const [, language] = location.pathname.split("/");
  const here = (page) => Number(page.path.startsWith(`/${language}/`));
  return found.reverse().sort((one, other) => here(other) - here(one)); // the latest first, those of this language before
}

function show(pages) {
  list.replaceChildren(
    ...pages.map(({ path, title, at }) => {
      const row = line.content.cloneNode(true);
      const link = row.querySelector("a");
      link.href = path;
      link.lang = path.split("/")[1];
      link.textContent = title.replace(/ – [^–]+$|｜[^｜]+$/u, ""); // without the town's name, in whatever language
      const time = document.createElement("time");
      time.dateTime = at;
      time.textContent = date.format(new Date(at));
      row.querySelector("[data-at]").replaceWith(time);
      return row;
    }),
  );
  part.hidden = pages.length === 0;
  document.getElementById("none-saved").hidden = pages.length > 0;
}

async function forget() {
  const pages = await caches.open(PAGES);
  for (const key of await pages.keys()) if (!key.url.endsWith("/offline")) await pages.delete(key);
  show([]);
  document.getElementById("none-saved").focus();
}

if (part) {
  show(await kept());
  part.querySelector("button").addEventListener("click", forget);
}
