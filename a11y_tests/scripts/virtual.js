// What the virtual screen reader says of this page, from its first part to its last. Runs in a world of its own:
// the reader sees the page, and the page does not see the reader; nor does it lose its focus to it.
(async () => {
  const MOST = 4000;
  HTMLElement.prototype.focus = SVGElement.prototype.focus = () => {};
  // Readers say what is chosen in words; what a choice sends to the server nobody hears.
  const value = (kind, get) => Object.defineProperty(kind.prototype, "value", { get });
  value(HTMLButtonElement, () => "");
  value(HTMLOptionElement, function () { return this.text; });
  const page = document.documentElement.lang, log = [];
  const foreign = (node) => {
    const said = (node?.closest ? node : node?.parentElement)?.closest("[lang]")?.lang ?? "";
    return said && said.split("-")[0] !== page.split("-")[0] ? ` (in ${said})` : "";
  };
  await virtual.start({ container: document.body });
  try {
    let phrase = "";
    for (let turn = 0; turn < MOST && phrase !== "end of document"; turn++) {
      if (turn) await virtual.next();
      phrase = await virtual.lastSpokenPhrase();
      log.push(phrase + foreign(virtual.activeNode));
    }
  } finally {
    await virtual.stop();
  }
  return { title: document.title, language: page, log };
})()
