from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from .criteria import criteria
from .finding import SEVERITIES, Finding, Severity
from .line import Line, kept
from .modes import PLAIN, Mode
from .tools import Nu

SCRIPTS = Path(__file__).parent / "scripts"
ADDRESS = "return location.pathname + location.search"


@cache
def script(name: str) -> str:
    """What every script may use (dom.js), then the script itself."""
    return (SCRIPTS / "dom.js").read_text() + (SCRIPTS / f"{name}.js").read_text()


@cache
def scripts(names: tuple[str, ...]) -> str:
    """Several that only read the page, in one: each with what it is given, by its name, and where one fails the others
    go on."""
    asked = ",\n".join(f"{name}: function () {{\n{(SCRIPTS / f'{name}.js').read_text()}\n}}" for name in names)
    return f"""{(SCRIPTS / "dom.js").read_text()}
const said = {{}};
for (const [name, ask] of Object.entries({{ {asked} }})) {{
  try {{ said[name] = ask(...arguments[0][name]); }} catch {{ }}
}}
return said;"""


@dataclass
class View:
    """The page that is open, in one mode: all that a check gets to see."""

    driver: WebDriver
    nu: Nu
    axe: Path
    mode: Mode = PLAIN
    name: str = ""  # how reports call the page; its path when empty
    seen: dict[str, Any] = field(default_factory=dict)
    ready: dict[str, Any] = field(default_factory=dict)  # by script: what it said already
    rings: dict[str, Any] = field(default_factory=dict)  # what the focus changes, by the look of what has it
    fresh: bool = True  # something on it is drawn as nothing was before, see kinds.py
    met: bool = False  # a page at such an address was looked at before
    staying: bool = True  # something that stays while the page scrolls is new at this size
    only: list[int] | None = None  # the parts that the check has to look at; without them all of the page

    @cached_property
    def line(self) -> Line:
        return kept(self.driver)

    @cached_property
    def page(self) -> str:
        return self.name or str(self.line.run(ADDRESS))

    def read(self, given: Mapping[str, Sequence[Any]]) -> None:
        """What these scripts say, each with what it is given, is ready from now on."""
        self.ready |= self.line.run(scripts(tuple(given)), given) if given else {}

    def ask(self, name: str, *args: Any) -> Any:
        return self.line.run(script(name), *args)

    def found(self, check: str, criterion: str, selector: str, message: str, severity: Severity = "serious") -> Finding:
        """What only level AAA asks for is moderate at most: A and AA come first."""
        if criterion in criteria() and criteria()[criterion].level == "AAA":
            severity = min(severity, "moderate", key=SEVERITIES.index)
        return Finding(check, criterion, self.page, self.mode.name, selector, message, severity)
