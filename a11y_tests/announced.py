"""What a page announces while something is done to it.

with Announced(line) as said:
    press(...)
assert [one.text for one in said.heard] == ["Saved"]
"""

import time
from dataclasses import dataclass, field

from .line import Line

MOMENT = 150  # milliseconds in which one announcement takes the place of another before it is spoken
INSTALL = """
window.gateAnnounced?.stop();
const LIVE = "[aria-live]:not([aria-live=off]), [role=alert], [role=status], [role=log], output";
const heard = [], known = new WeakSet(document.querySelectorAll(LIVE)), start = performance.now();
const text = el => (el.innerText || "").replace(/\\s+/g, " ").trim();
const last = new Map([...document.querySelectorAll(LIVE)].map(el => [el, text(el)]));
const kind = el => el.getAttribute("aria-live")
  || (el.getAttribute("role") === "alert" ? "assertive" : "polite");
const hidden = el => el.closest("[aria-hidden=true], [inert]") || !el.checkVisibility();
const look = el => {
  const now = hidden(el) ? "" : text(el);
  if (now === (last.get(el) ?? "")) return;
  last.set(el, now);
  if (now) heard.push({ politeness: kind(el), text: now, at: performance.now() - start, sudden: !known.has(el) });
  known.add(el);
};
const watch = new MutationObserver(records => {
  const changed = new Set();
  for (const record of records) {
    const at = record.target.nodeType === 1 ? record.target : record.target.parentElement;
    const above = at?.closest(LIVE);
    if (above) changed.add(above);
    for (const node of record.addedNodes) if (node.nodeType === 1) {
      if (node.matches(LIVE)) changed.add(node);
      for (const el of node.querySelectorAll(LIVE)) changed.add(el);
    }
    if (record.type === "attributes") for (const el of at.querySelectorAll(LIVE)) changed.add(el);
  }
  changed.forEach(look);
  changed.forEach(el => { if (!last.get(el)) known.add(el); });
});
watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true,
  attributeFilter: ["role", "aria-live", "hidden", "class", "style", "aria-hidden"] });
window.gateAnnounced = { heard, since: () => performance.now() - start, stop: () => watch.disconnect() };
"""
HEARD = "const a = window.gateAnnounced; return a ? { heard: a.heard, now: a.since() } : null"


@dataclass(frozen=True)
class Announcement:
    politeness: str  # "polite" or "assertive"
    text: str
    at: float  # milliseconds since the watch began
    overwritten: bool  # another one came before this could be spoken
    sudden: bool  # its region came together with the words, which many screen readers do not say


@dataclass
class Announced:
    """Watches live regions from its beginning to its end, and until nothing changes any more."""

    line: Line
    patience: float = 2.0  # seconds to wait at the end for the page to be quiet
    heard: list[Announcement] = field(default_factory=list)

    def __enter__(self) -> "Announced":
        self.line.run(INSTALL)
        return self

    def __exit__(self, *_: object) -> None:
        end = time.monotonic() + self.patience
        while True:
            answer = self.line.run(HEARD)
            if answer is None:  # the page was left, and its watch with it
                return
            quiet = answer["now"] - max((one["at"] for one in answer["heard"]), default=0)
            if quiet > 2 * MOMENT or time.monotonic() > end:
                break
            time.sleep(0.05)
        self.line.run("window.gateAnnounced.stop()")
        self.heard = announcements(answer["heard"])

    def wait(self, seconds: float) -> None:
        """Until something is announced; a page with a queue says one thing after another."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            answer = self.line.run(HEARD)
            if answer is None or answer["heard"]:
                return
            time.sleep(0.05)

    @property
    def lost(self) -> list[Announcement]:
        """Those that somebody who listens may never hear."""
        return [one for one in self.heard if one.overwritten or one.sudden]


def announcements(heard: list[dict[str, object]]) -> list[Announcement]:
    """An assertive one cuts off all before it, a polite one what stood in its region; longer text keeps the shorter."""
    found = []
    for place, one in enumerate(heard):
        later = [
            other
            for other in heard[place + 1 :]
            if float(str(other["at"])) - float(str(one["at"])) < MOMENT and str(one["text"]) not in str(other["text"])
        ]
        found.append(
            Announcement(
                politeness=str(one["politeness"]),
                text=str(one["text"]),
                at=float(str(one["at"])),
                overwritten=bool(later),
                sudden=bool(one["sudden"]),
            )
        )
    return found
