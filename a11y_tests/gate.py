"""The gate: which checks look at which page in which mode."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from selenium.webdriver.remote.webdriver import WebDriver

from .checks import ACROSS, EVERY, MODE, PAGE
from .checks.facts import Memory
from .checks.structure import same_titles
from .finding import Finding
from .modes import FOUR, PLAIN, Mode
from .tools import Nu, find
from .view import View

STATUS = "return performance.getEntriesByType('navigation')[0]?.responseStatus || 200"
AXE = "axe-core/axe.min.js"


@dataclass
class Gate:
    nu: Nu
    axe: Path = field(default_factory=lambda: find(AXE))
    checks: frozenset[str] = frozenset(EVERY)
    titles: list[tuple[str, str]] = field(default_factory=list)
    memory: Memory = field(default_factory=list)

    def here(self, driver: WebDriver, name: str = "", mode: Mode = PLAIN) -> Iterator[Finding]:
        """The page that is open, as it is, by the checks that say the same in every mode."""
        view = View(driver, self.nu, self.axe, mode, name)
        for name, check in PAGE.items():
            if name in self.checks:
                yield from check(view)
        if "title" in view.seen:
            self.titles.append((view.page, view.seen["title"]))
        if "facts" in view.seen:
            self.memory.append((view.page, view.seen["facts"]))

    def modes(self, driver: WebDriver, modes: Iterable[Mode] = FOUR, name: str = "") -> Iterator[Finding]:
        """The page that is open, by the checks that depend on the mode, in each of these."""
        for mode in modes:
            mode.apply(driver)
            view = View(driver, self.nu, self.axe, mode, name)
            for check_name, check in MODE.items():
                if check_name in self.checks:
                    yield from check(view)
        PLAIN.apply(driver)

    def walk(self, driver: WebDriver, addresses: Iterable[str], locales: tuple[str, ...] = ()) -> Iterator[Finding]:
        """Each page once; its kind (the address without the language) in each mode, the languages taking turns."""
        seen: Counter[str] = Counter()
        count = max(len(locales), 1)
        for address in addresses:
            driver.get(address)
            if (status := driver.execute_script(STATUS)) >= 400:
                yield Finding(
                    "open", "", urlsplit(address).path, "", "html", f"the server answers {status}", "critical"
                )
                continue
            yield from self.here(driver)
            kind = kind_of(address, locales)
            yield from self.modes(
                driver, [mode for turn, mode in enumerate(FOUR) if turn % count == seen[kind] % count]
            )
            seen[kind] += 1
        yield from self.across()

    def across(self) -> Iterator[Finding]:
        """What the pages that were seen say of each other; `walk` ends with it, a journey asks for it."""
        for name, check in ACROSS.items():
            if name in self.checks:
                yield from check(self.memory)

    def titles_alike(self) -> Iterator[Finding]:
        if "structure" in self.checks:
            yield from same_titles(self.titles)


def kind_of(address: str, locales: tuple[str, ...]) -> str:
    path = urlsplit(address).path
    first, _, rest = path.strip("/").partition("/")
    return f"/{{locale}}/{rest}" if first in locales else path
