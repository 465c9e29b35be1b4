// What moves by itself for more than five seconds, and what flashes.
const LONG = 5000, LARGE = 341 * 256 / 4;  // WCAG: a quarter of ten degrees of sight
const found = [];
const say = (criterion, el, message, severity) => found.push({ criterion, selector: selector(el), message, severity });
const waiting = el => el.closest("[role=progressbar], progress, [aria-busy=true]");
const SEEN = /^(transform|translate|rotate|scale|opacity|visibility|left|right|top|bottom|inset.*|margin.*|width|height|color|background.*|border.*Color|fill|stroke.*|filter|clipPath|clip-path|maskPosition|offsetDistance|textShadow|boxShadow)$/;

for (const animation of document.getAnimations()) {
  const effect = animation.effect, el = effect && effect.target;
  if (!el || animation.playState !== "running" || !(animation.timeline instanceof DocumentTimeline)) continue;
  const box = el.getBoundingClientRect(), times = effect.getComputedTiming(), frames = effect.getKeyframes();
  if (!el.checkVisibility({ visibilityProperty: true }) || !box.width && !effect.pseudoElement || waiting(el)) continue;
  const moved = Object.keys(Object.assign({}, ...frames)).filter(k => SEEN.test(k) && new Set(frames.map(f => f[k])).size > 1);
  if (!moved.length) continue;
  const lasts = times.activeDuration;
  const rate = flashes(frames, times);
  if (rate > 3 && lasts > 1000 && Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight) > LARGE)
    say("2.3.1", el, `it flashes ${rate.toFixed(1)} times a second on ${Math.round(box.width)} by ${Math.round(box.height)} px`, "critical");
  if (lasts > LONG) say("2.2.2", el, `${moved.join(", ")} ${lasts === Infinity ? "changes for ever" : `changes for ${Math.round(lasts / 1000)} seconds`}`, "serious");
}

function flashes(frames, times) {  // pairs of opposite changes in a second
  const value = f => f.opacity !== undefined ? Number(f.opacity) : f.visibility !== undefined ? Number(f.visibility === "visible")
    : f.backgroundColor !== undefined ? luminance(colour(f.backgroundColor)) : f.color !== undefined ? luminance(colour(f.color)) : null;
  const values = frames.map(value).filter(v => v !== null);
  if (values.length < 2 || !times.duration) return 0;
  const turns = times.direction.startsWith("alternate") ? values.concat([...values].reverse().slice(1)) : values.concat(values[0]);
  let changes = 0, from = turns[0];
  for (const v of turns.slice(1)) if (Math.abs(v - from) >= .1) { changes++; from = v; }
  const round = times.duration * (times.direction.startsWith("alternate") ? 2 : 1);
  return changes / 2 / (round / 1000);
}

for (const el of $$("marquee, blink")) if (shown(el)) say("2.2.2", el, `<${el.tagName.toLowerCase()}> moves and cannot be stopped`, "serious");
for (const el of $$("video[autoplay]")) {
  if (el.controls || !shown(el) || el.duration <= 5 && !el.loop) continue;
  say("2.2.2", el, "a film starts by itself and has no controls", "serious");
}
for (const el of $$("audio[autoplay], video[autoplay]")) {
  if (!el.muted && !el.controls && !(el.duration <= 3 && !el.loop)) say("1.4.2", el, "sound starts by itself and has no controls", "serious");
}
return found;
