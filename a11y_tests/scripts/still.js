// Timers that take the page away, and motion that goes on for people who asked for less.
const pause = arguments[0], done = arguments[arguments.length - 1];
const found = [];
const say = (criterion, el, message) => found.push({ criterion, selector: selector(el), message });

// What stands in the brackets of each call; a string or an expression in between is passed over.
function calls(source, name) {
  const all = [];
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    let depth = 1, i = at + name.length, cut = i;
    const parts = [];
    for (; i < source.length && depth && i - at < 4000; i++) {
      const c = source[i];
      if (`"'\``.includes(c)) { do i++; while (i < source.length && source[i] !== c && i - at < 4000); continue; }
      if ("([{".includes(c)) depth++;
      else if (")]}".includes(c)) depth--;
      else if (c === "," && depth === 1) { parts.push(source.slice(cut, i)); cut = i + 1; }
    }
    parts.push(source.slice(cut, i - 1));
    all.push(parts);
  }
  return all;
}
let beat = 0;  // how long to watch for words that change by a timer, in milliseconds
const number = text => /^[\d\s.*+()e_]+$/.test(text) ? text.replace(/_/g, "").split("*").reduce((a, b) => a * Number(b.replace(/[()\s]/g, "")), 1) : NaN;
const LEAVES = /location\s*(\.\s*(href|pathname)\s*)?=[^=]|location\s*\.\s*(assign|replace|reload)\s*\(|\.\s*(submit|requestSubmit|reset)\s*\(/;
function read(source, el, inline) {
  for (const [what, after] of calls(source, "setTimeout(")) {
    const wait = number(after || "");
    if (wait >= 20000 && wait < 72e6 && LEAVES.test(what)) say("2.2.1", el, `after ${Math.round(wait / 1000)} seconds a script leaves the page or its form, and nobody can ask for more time`);
  }
  for (const [what, after] of calls(source, "setInterval(")) {
    const every = number(after || "") || (inline ? 3000 : 0);  // libraries hold timers that nobody starts
    if (every >= 300 && every <= 10000) beat = Math.max(beat, Math.min(every, 5000) * 1.2 + 100);
    if (number(after || "") >= 500 && LEAVES.test(what) && /if\s*\(|&&|\?/.test(what)) say("2.2.1", el, "a script counts, and then leaves the page or empties its form");
  }
}

// Looked at as by somebody who asked the system for less motion.
if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") say("2.3.3", document.documentElement, "scrolling is animated, also for people who asked for less motion");
  const seconds = css => Math.max(...css.split(",").map(t => parseFloat(t) * (/ms/.test(t) ? .001 : 1)));
  for (const el of $$("a[href], button, summary, input, [role=button]").filter(shown)) {
    const style = getComputedStyle(el);
    if (seconds(style.transitionDuration) > .3 && /\b(transform|translate|rotate|scale|top|left|margin)\b/.test(style.transitionProperty))
      say("2.3.3", el, `it moves for ${seconds(style.transitionDuration)} seconds, also for people who asked for less motion`);
  }
  for (const animation of document.getAnimations()) {
    const { target } = animation.effect || {}, times = animation.effect?.getComputedTiming();
    const moves = animation.effect?.getKeyframes().some(f => ["transform", "translate", "rotate", "scale"].some(k => f[k] && f[k] !== "none"));
    if (target && moves && times.activeDuration > 300 && times.activeDuration !== Infinity) say("2.3.3", target, "it moves when the page opens, also for people who asked for less motion");
  }
}
const own = $$("script").filter(s => !s.type || /javascript|module/.test(s.type));
const text = s => !s.src ? Promise.resolve(s.textContent) : new URL(s.src).origin === location.origin && /^http/.test(s.src)
  ? fetch(s.src, { signal: AbortSignal.timeout(2000) }).then(a => a.text(), () => "") : Promise.resolve("");
async function rolls() {  // words that change while nobody does anything, and nothing to stop them
  const changed = new Map(), watch = new MutationObserver(all => all.forEach(({ target }) => {
    const el = target.nodeType === 3 ? target.parentElement : target;
    if (el && el !== document.body && shown(el) && tidy(el.textContent)) changed.set(el, (changed.get(el) || new Set()).add(tidy(el.textContent)));
  }));
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  await new Promise(r => setTimeout(r, beat));
  watch.disconnect();
  const stop = el => $$("button, [role=button], input[type=checkbox]").some(b => shown(b) && (b.parentElement.contains(el) || pause.some(word => tidy(b.innerText || b.ariaLabel || b.title).toLocaleLowerCase().includes(word))));
  for (const el of changed.keys()) {
    if (el.isConnected && !el.closest("[role=timer], [role=progressbar], progress, time, [aria-busy=true]") && ![...changed.keys()].some(o => o !== el && el.contains(o)) && !stop(el))
      say("2.2.2", el, `its words change by themselves, and nothing stops them: "${shortened(el.textContent)}"`);
  }
}
Promise.all(own.map(s => text(s).then(source => read(source, document.documentElement, !s.src)))).then(() => beat && rolls()).then(() => done(found), () => done(found));
