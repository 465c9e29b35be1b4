// How somebody likes to read: kept in this browser alone, set before the first paint. The sheets already know dark, more
// contrast and large text of a device; what was chosen is told to their media rules as if the device had said it.
(() => {
  const root = document.documentElement;
  const asked = new Map(); // what each media rule asked for at first

  function kept() {
    try {
      return JSON.parse(localStorage.reading) || {};
    } catch {
      return {};
    }
  }

  function note(rules) {
    for (const rule of rules) {
      if (rule.media && !asked.has(rule)) asked.set(rule, rule.media.mediaText);
      if (rule.cssRules) note(rule.cssRules);
    }
  }

  function told(text, { theme, size }) {
    const dark = theme === "dark" || theme === "light" ? "(prefers-color-scheme: dark)" : "";
    const wanted = dark || (theme === "contrast" ? "(prefers-contrast: more)" : "");
    if (wanted && text.includes(wanted)) {
      text = text.replace(wanted, theme === "light" ? "(max-width: 0px)" : "(min-width: 0px)");
    }
    return size ? text.replace(/([\d.]+)em/g, (_, number) => `${(number * size) / 100}em`) : text;
  }

  function set() {
    const chosen = kept();
    for (const name of ["size", "space", "theme", "links"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    if (!asked.size && !chosen.size && !chosen.theme) return;
    for (const sheet of document.styleSheets) note(sheet.cssRules);
    for (const [rule, text] of asked) {
      const now = told(text, chosen);
      if (rule.media.mediaText !== now) rule.media.mediaText = now;
    }
  }

  set();
  document.addEventListener("reading", set);
  addEventListener("storage", set);
  addEventListener("pageshow", set);
})();
