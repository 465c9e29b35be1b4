from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from .finding import Finding, Severity
from .modes import PLAIN, Mode
from .tools import Nu

SCRIPTS = Path(__file__).parent / "scripts"


@cache
def script(name: str) -> str:
    """What every script may use (dom.js), then the script itself."""
    return (SCRIPTS / "dom.js").read_text() + (SCRIPTS / f"{name}.js").read_text()


@dataclass
class View:
    """The page that is open, in one mode: all that a check gets to see."""

    driver: WebDriver
    nu: Nu
    axe: Path
    mode: Mode = PLAIN
    name: str = ""  # how reports call the page; its path when empty
    seen: dict[str, Any] = field(default_factory=dict)

    @property
    def page(self) -> str:
        return self.name or str(self.driver.execute_script("return location.pathname + location.search"))

    def ask(self, name: str, *args: Any) -> Any:
        return self.driver.execute_script(script(name), *args)

    def found(self, check: str, criterion: str, selector: str, message: str, severity: Severity = "serious") -> Finding:
        return Finding(check, criterion, self.page, self.mode.name, selector, message, severity)
