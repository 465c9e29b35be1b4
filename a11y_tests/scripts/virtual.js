// What the virtual screen reader says of this page, from its first part to its last. Runs in a world of its own:
// the reader sees the page, and the page does not see the reader.
(async () => {
  const MOST = 4000;
  const focused = document.activeElement, [x, y] = [scrollX, scrollY];
  const log = [];
  await virtual.start({ container: document.body });
  try {
    for (let turn = 0; turn < MOST; turn++) {
      if ((await virtual.lastSpokenPhrase()) === "end of document") break;
      await virtual.next();
    }
    log.push(...(await virtual.spokenPhraseLog()));
  } finally {
    await virtual.stop();
    if (document.activeElement !== focused) {
      if (focused && focused !== document.body) focused.focus({ preventScroll: true });
      else document.activeElement.blur();
    }
    scrollTo(x, y);
  }
  return { title: document.title, language: document.documentElement.lang, log };
})()
