"""The ways people look at a page, as the browser is told of them."""

from dataclasses import dataclass, replace
from itertools import product

from selenium.webdriver.remote.webdriver import WebDriver

from .line import Line, kept

# WCAG 1.4.12: a page must bear these without loss.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-block-end: 2em !important }"
)

# A sheet that the page's content policy cannot refuse, and that leaves no trace in the page's HTML.
SHEETS = """
const others = name => document.adoptedStyleSheets.filter(sheet => sheet.gate !== name);
const take = name => { document.adoptedStyleSheets = others(name); };
const put = (rules, name) => {
  const sheet = Object.assign(new CSSStyleSheet(), { gate: name });
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...others(name), sheet];
};
"""
PUT_SHEET = SHEETS + "put(...arguments);"
TAKE_SHEET = SHEETS + "take(...arguments);"
# Left alone what is so already: each change lays the page out anew.
DRESS = (
    SHEETS
    + """
const [size, spacing] = arguments, root = document.documentElement;
if (root.style.fontSize !== size) root.style.fontSize = size;
const on = document.adoptedStyleSheets.some(sheet => sheet.gate === "spacing");
if (on && !spacing) take("spacing");
if (spacing && !on) put(spacing, "spacing");
"""
)


@dataclass(frozen=True)
class Mode:
    width: int = 1280
    dark: bool = False
    more_contrast: bool = False
    forced_colors: bool = False
    spacing: bool = False  # WCAG's text spacing
    text: int = 100  # size of the text in per cent
    scripts: bool = True
    zoom: int = 100  # in per cent; the width is what is left of the window then

    @property
    def height(self) -> int:
        if self.zoom != 100:
            return 1024 * 100 // self.zoom  # of the window of 1280 by 1024 that WCAG 1.4.10 thinks of
        return 640 if self.width < 600 else 900

    @property
    def colours(self) -> str:
        return f"{self.dark} {self.more_contrast} {self.forced_colors}"

    @property
    def size(self) -> str:
        return f"{self.width} {self.zoom} {self.text} {self.spacing} {self.scripts}"

    @property
    def name(self) -> str:
        parts = [str(self.width), "dark" if self.dark else "light"]
        parts += ["more contrast"] * self.more_contrast + ["forced colours"] * self.forced_colors
        parts += ["text spacing"] * self.spacing + [f"text {self.text} %"] * (self.text != 100)
        parts += [f"zoom {self.zoom} %"] * (self.zoom != 100)
        parts += ["no scripts"] * (not self.scripts)
        return ", ".join(parts)

    def apply(self, driver: WebDriver) -> None:
        """Before or after a page is opened; what changes the text itself has to be put on again after opening."""
        line = kept(driver)
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if self.dark else "light"},
            {"name": "prefers-contrast", "value": "more" if self.more_contrast else "no-preference"},
            {"name": "forced-colors", "value": "active" if self.forced_colors else "none"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        line.emulate("setEmulatedMedia", {"media": "", "features": features})
        resize(line, self.width, self.height)
        line.emulate("setScriptExecutionDisabled", {"value": not self.scripts})
        self.put_on(line)

    def dress(self, driver: WebDriver) -> None:
        """Text size and text spacing of the page that is open."""
        self.put_on(kept(driver))

    def put_on(self, line: Line) -> None:
        line.run(DRESS, "" if self.text == 100 else f"{self.text}%", SPACING if self.spacing else "")


def resize(line: Line, width: int, height: int) -> None:
    """Headless Chromium is never narrower than 500 px by its window; only by its metrics.

    Never as a phone: a phone shows a page that is too wide smaller than it is, and a place on the page is no longer a
    place on its photograph. Who zooms to 400 % sees it as large as it is.
    """
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    line.emulate("setDeviceMetricsOverride", metrics)


PLAIN = Mode()
FOUR = tuple(Mode(width=width, dark=dark) for width in (320, 1280) for dark in (False, True))


# Every way of looking: 4 kinds of colours and 6 kinds of size, with and without scripts.
COLOURS = (Mode(), Mode(dark=True), Mode(more_contrast=True), Mode(forced_colors=True))
SIZES = (Mode(320), Mode(768), Mode(), Mode(320, zoom=400), Mode(text=200), Mode(spacing=True))
ALL = tuple(
    replace(size, dark=by.dark, more_contrast=by.more_contrast, forced_colors=by.forced_colors, scripts=scripts)
    for scripts, by, size in product((True, False), COLOURS, SIZES)
)
