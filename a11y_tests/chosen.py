"""What a page's scripts choose when it loads, and may keep: colours, and what fits the width.

Somebody who comes in the dark, or with a phone, sees another page then than one who changes to it while she reads. So a
page whose scripts ask has to be opened again; one whose style alone asks follows by itself. A page on which a
press has stored a choice (a side bar that is hidden from now on) is opened again too, without it.
"""

from .line import Line
from .modes import Mode

# From the next page on. Whoever asks for the width after the page has loaded does so because something happened.
WATCH = """
if (!window.gateMedia) {
  const asked = window.gateMedia = window.matchMedia;
  let loading = true;
  window.matchMedia = function (query) {
    if (/prefers-color-scheme|prefers-contrast|forced-colors/.test(query)) window.gateColoursAsked = true;
    if (loading && /width|orientation|aspect-ratio/.test(query)) window.gateWidthAsked = true;
    return asked.call(window, query);
  };
  const whole = on => [window, screen, visualViewport, document.documentElement, document.body].includes(on);
  const before = [
    [window, "innerWidth"], [window, "outerWidth"], [Screen.prototype, "width"], [Screen.prototype, "availWidth"],
    [VisualViewport.prototype, "width"], [Element.prototype, "clientWidth"], [HTMLElement.prototype, "offsetWidth"],
  ].map(([of, name]) => [of, name, Object.getOwnPropertyDescriptor(of, name)]).filter(one => one[2]?.get);
  for (const [of, name, how] of before) {
    const get = function () {
      if (whole(this ?? window)) window.gateWidthAsked = true;
      return how.get.call(this);
    };
    Object.defineProperty(of, name, { ...how, get });
  }
  // Comes right after what the page does when it has loaded.
  addEventListener("pageshow", () => {
    loading = false;
    for (const [of, name, how] of before) Object.defineProperty(of, name, how);
  }, { once: true });
}
"""
ASKED = "return [window.gateColoursAsked, window.gateWidthAsked, window.gateStoredAnew].map(Boolean)"

REMEMBER = "try { window.gateStored = [localStorage, sessionStorage].map(one => ({ ...one })); } catch { }"
TAKE_BACK = """
try {
  [localStorage, sessionStorage].forEach((one, number) => {
    const was = window.gateStored[number];
    if (JSON.stringify({ ...one }) === JSON.stringify(was)) return;
    window.gateStoredAnew = true;
    one.clear();
    for (const [name, value] of Object.entries(was)) one.setItem(name, value);
  });
} catch { }
"""


def stale(line: Line, before: Mode, mode: Mode) -> bool:
    """Whether the page that is open chose something that is otherwise when somebody comes in this mode."""
    colours, width, stored = line.run(ASKED)
    return bool(stored or (colours and mode.colours != before.colours) or (width and mode.width != before.width))
