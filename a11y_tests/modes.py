"""The ways people look at a page, as the browser is told of them."""

from dataclasses import dataclass

from selenium.webdriver.remote.webdriver import WebDriver

# WCAG 1.4.12: a page must bear these without loss.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-block-end: 2em !important }"
)

# A sheet that the page's content policy cannot refuse, and that leaves no trace in the page's HTML.
PUT_SHEET = """
const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); sheet.gate = arguments[1];
document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter(s => s.gate !== arguments[1]), sheet];
"""
TAKE_SHEET = "document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s.gate !== arguments[0])"


@dataclass(frozen=True)
class Mode:
    width: int = 1280
    dark: bool = False
    more_contrast: bool = False
    forced_colors: bool = False
    spacing: bool = False  # WCAG's text spacing
    text: int = 100  # size of the text in per cent
    scripts: bool = True

    @property
    def height(self) -> int:
        return 640 if self.width < 600 else 900

    @property
    def name(self) -> str:
        parts = [str(self.width), "dark" if self.dark else "light"]
        parts += ["more contrast"] * self.more_contrast + ["forced colours"] * self.forced_colors
        parts += ["text spacing"] * self.spacing + [f"text {self.text} %"] * (self.text != 100)
        parts += ["no scripts"] * (not self.scripts)
        return ", ".join(parts)

    def apply(self, driver: WebDriver) -> None:
        """Before or after a page is opened; what changes the text itself has to be put on again after opening."""
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if self.dark else "light"},
            {"name": "prefers-contrast", "value": "more" if self.more_contrast else "no-preference"},
            {"name": "forced-colors", "value": "active" if self.forced_colors else "none"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        cdp = driver.execute_cdp_cmd
        cdp("Emulation.setEmulatedMedia", {"media": "", "features": features})
        resize(driver, self.width, self.height)
        cdp("Emulation.setScriptExecutionDisabled", {"value": not self.scripts})
        self.dress(driver)

    def dress(self, driver: WebDriver) -> None:
        """Text size and text spacing of the page that is open."""
        size = "" if self.text == 100 else f"{self.text}%"
        driver.execute_script("document.documentElement.style.fontSize = arguments[0]", size)
        driver.execute_script(*((PUT_SHEET, SPACING, "spacing") if self.spacing else (TAKE_SHEET, "spacing")))


def resize(driver: WebDriver, width: int, height: int) -> None:
    """Headless Chromium is never narrower than 500 px by its window; only by its metrics."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


PLAIN = Mode()
FOUR = tuple(Mode(width=width, dark=dark) for width in (320, 1280) for dark in (False, True))
