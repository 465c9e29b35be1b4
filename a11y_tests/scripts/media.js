// Sound, moving pictures, frames and drawings.
const [transcript] = arguments;
const found = [];
const say = (criterion, el, message, severity = "serious") => found.push({ criterion, selector: selector(el), message, severity });
const words = text => (text || "").toLocaleLowerCase();
const byId = ids => (ids || "").split(/\s+/).map(id => id && document.getElementById(id)).filter(Boolean);
const said = el => tidy(el.getAttribute("aria-label") || byId(el.getAttribute("aria-labelledby")).map(e => e.textContent).join(" ") || el.title);
const told = el => {  // a transcript beside it, behind a link or in a part that can be opened
  let place = el.closest("figure, li, [role=region]") || el;
  while (place.parentElement.children.length === 1 && !place.parentElement.matches("main, body, form")) place = place.parentElement;
  const holder = place.parentElement, next = place.nextElementSibling;
  const around = [place.previousElementSibling, next, next?.nextElementSibling];
  if (holder.children.length < 6 && !holder.matches("main, body, form")) around.push(holder, holder.nextElementSibling);
  const near = [place, ...around, ...byId(el.getAttribute("aria-describedby")), ...byId(el.getAttribute("aria-details"))].filter(Boolean);
  return near.some(part => [...part.querySelectorAll("a, summary, button, h2, h3, h4, h5, h6, p, details, strong"), part].some(e => e.innerText?.length < 400 && transcript.some(word => words(e.innerText || e.textContent).includes(word))));
};
const source = el => el.currentSrc || el.getAttribute("src") || el.querySelector("source")?.getAttribute("src");
const muted = el => el.hasAttribute("muted") || el.muted || el.volume === 0;
for (const el of $$("video").filter(e => shown(e) && !e.closest("[aria-hidden=true]"))) {
  const silent = muted(el) && !el.controls, tracks = kind => [...el.querySelectorAll("track")].filter(t => kind.test(t.getAttribute("kind") || "subtitles") && t.getAttribute("src"));
  if (!silent && source(el) && !tracks(/^(captions|subtitles)$/i).length) say("1.2.2", el, "a video without captions");
  if (!silent && source(el) && !tracks(/^descriptions$/i).length && !told(el)) say("1.2.3", el, "a video with neither a description nor a transcript", "moderate");
  for (const track of tracks(/^(captions|subtitles)$/i)) if (!track.srclang) say("3.1.2", track, "captions that do not say their language", "moderate");
}
for (const el of $$("audio").filter(e => source(e) && (shown(e) || e.autoplay))) {
  if (el.controls && !told(el)) say("1.2.1", el, "a recording without a transcript beside it");
}
for (const el of $$("audio[autoplay], video[autoplay]")) if (!muted(el) && !el.controls && source(el)) say("1.4.2", el, "it plays sound by itself and cannot be stopped");
for (const el of $$("embed, object").filter(shown)) {
  if (!said(el) && !(el.tagName === "OBJECT" && tidy(el.textContent) + [...el.querySelectorAll("img")].map(i => i.alt).join("")) && !el.closest("[aria-hidden=true]")) say("1.1.1", el, "an embedded object without a name");
}
for (const el of $$("iframe").filter(e => shown(e) && !e.closest("[aria-hidden=true]"))) {
  const name = said(el), box = el.getBoundingClientRect();
  if (!name && box.width > 4 && box.height > 4 && el.tabIndex >= 0) say("4.1.2", el, "a frame without a title");
  else if (/^(i?frame|embed(ded)?( content)?|content|untitled|video player|title)$/i.test(name) || /^https?:|\.(html?|php)$/i.test(name)) say("4.1.2", el, `the title of the frame says nothing: "${shortened(name)}"`, "moderate");
}
const spoken = el => el.closest("a, button, [role=button], [role=link], [role=img], [aria-hidden=true], [role=presentation], [role=none], label, summary, figure:has(figcaption)");
for (const el of $$("canvas").filter(shown)) {
  const box = el.getBoundingClientRect();
  if (box.width > 32 && box.height > 32 && !said(el) && !tidy(el.textContent) && !el.children.length && !spoken(el)) say("1.1.1", el, "a drawn picture (canvas) with neither a name nor words inside");
}
for (const el of $$("main svg, [role=main] svg").filter(e => shown(e) && !e.parentElement.closest("svg"))) {
  const box = el.getBoundingClientRect(), title = tidy(el.querySelector("title, desc")?.textContent);
  if (el.getAttribute("role") === "img" && !said(el) && !title) say("1.1.1", el, "a drawing with the role of a picture and without a name");
  else if (box.width >= 96 && box.height >= 96 && !said(el) && !title && !el.querySelector("text") && !spoken(el)) say("1.1.1", el, "a large drawing that has no name and is not hidden as decoration", "moderate");
}
for (const el of $$("img[src]").filter(e => shown(e) && tidy(e.alt).length > 60)) {
  const box = el.getBoundingClientRect();
  if (box.height && box.height < 60 && box.width > 6 * box.height) say("1.4.5", el, `a picture that seems to be a line of text: "${shortened(el.alt)}"`, "minor");
}
return found;
