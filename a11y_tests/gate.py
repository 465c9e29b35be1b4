"""The gate: which checks look at which page in which mode."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from .checks import ACROSS, DRAWN, EVERY, MODE, PAGE, PART, REACHED, SCRIPTED, STYLED
from .checks.facts import Memory
from .checks.structure import Titled, same_titles
from .checks.told import Told
from .chosen import REMEMBER, TAKE_BACK, stale
from .finding import Finding
from .kinds import Kinds, New
from .line import kept
from .modes import FOUR, PLAIN, Mode
from .opening import HANGS, TROUBLE, dialogs, in_short, let_go, open_page
from .pictures import Pictures
from .tools import Nu, find
from .view import ADDRESS, View
from .visits import Visit, in_turns

AXE = "axe-core/axe.min.js"


@dataclass
class Gate:
    nu: Nu
    axe: Path = field(default_factory=lambda: find(AXE))
    checks: frozenset[str] = frozenset(EVERY)
    titles: list[Titled] = field(default_factory=list)
    kinds: Kinds | None = None  # without them the checks of parts look at every page
    pictures: Pictures | None = None
    patience: float = 30  # seconds for a page to load
    pages: list[str] = field(default_factory=list)  # that were looked at
    stops: dict[str, int] = field(default_factory=dict)  # how often Tab has to be pressed to walk through a page
    spent: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))  # milliseconds, by check
    memory: Memory = field(default_factory=list)

    def here(self, driver: WebDriver, name: str = "", mode: Mode = PLAIN) -> Iterator[Finding]:
        """The page that is open, as it is, by the checks that say the same in every mode."""
        view = View(driver, self.nu, self.axe, mode, name)
        view.fresh = self.kinds is None or self.kinds.styled(view)
        view.met = self.kinds is not None and self.kinds.met(view)
        if mode.width >= PLAIN.width and "reflow" in self.checks:
            view.ask("gone", "wide")
        self.read(view)
        for check in PAGE:
            if view.fresh or check not in STYLED:
                yield from self.ask(view, check)
        if "titled" in view.seen:
            self.titles.append(view.seen["titled"])
        if "facts" in view.seen:
            self.memory.append((view.page, view.seen["facts"]))

    def read(self, view: View) -> None:
        """In one go, for the checks that only read; where that fails, each asks for itself and says so."""
        told = [check for name, check in PAGE.items() if name in self.checks and isinstance(check, Told)]
        try:
            view.read({check.script: check.given(view) for check in told})
        except HANGS:
            raise
        except TROUBLE:
            pass

    def modes(
        self,
        driver: WebDriver,
        modes: Iterable[Mode] = FOUR,
        name: str = "",
        again: Callable[[], Any] | None = None,
        back: Mode = PLAIN,
    ) -> Iterator[Finding]:
        """The page that is open, by the checks that depend on the mode, in each of these; then it is shown in `back`.

        `again` opens the page once more: what it is without scripts shows only then, and is left out where a page
        cannot be opened by its address. So does what a script chooses by colours or width (chosen.py).
        """
        before = back
        for mode in modes:
            if not mode.scripts and again is None:
                continue
            show(driver, before, mode, again)
            before = mode
            yield from self.in_mode(View(driver, self.nu, self.axe, mode, name))
        show(driver, before, back, again)

    def in_mode(self, view: View) -> Iterator[Finding]:
        view.staying = self.kinds is None or self.kinds.staying(view)
        for check in MODE:
            yield from self.ask(view, check)
        if not self.checks & PART.keys():
            return
        new = New()
        if self.kinds is not None:
            new = self.kinds.new(view)
            view.rings = self.kinds.rings.setdefault(view.mode.colours, {})
        view.line.run(REMEMBER)
        for check in PART:
            if check in SCRIPTED and not view.mode.scripts:
                continue
            view.only = new.drawn if check in DRAWN else new.reached if check in REACHED else new.pressed
            if view.only != []:
                yield from self.ask(view, check)
        view.line.run(TAKE_BACK)
        if "stops" in view.seen:
            self.stops[view.page] = max(view.seen["stops"], self.stops.get(view.page, 0))

    def ask(self, view: View, name: str) -> list[Finding]:
        if name not in self.checks:
            return []
        began = time.perf_counter()
        try:
            found = list(EVERY[name](view))
        except HANGS:
            raise
        except TROUBLE as trouble:
            message = f"the check {name} could not finish: {in_short(trouble)}"
            found = [view.found("open", "", "html", message)]
        self.spent[name].append((time.perf_counter() - began) * 1000)
        if self.pictures is not None:
            for finding in found:
                self.pictures.take(view.line, finding)
        return found

    def walk(self, driver: WebDriver, addresses: Iterable[str], locales: tuple[str, ...] = ()) -> Iterator[Finding]:
        """Each page once; its kind (the address without the language) in each mode, the languages taking turns."""
        for visit in in_turns(addresses, locales):
            yield from self.visit(driver, visit)

    def visit(self, driver: WebDriver, visit: Visit) -> Iterator[Finding]:
        """Opens a page and looks at it; what goes wrong is a finding."""
        opening = open_page(driver, visit.address, self.patience)
        yield from opening.findings
        if opening.ready:
            asked, self.checks = self.checks, self.checks & visit.checks
            try:
                self.pages.append(str(kept(driver).run(ADDRESS)))
                yield from self.here(driver)
                yield from self.modes(driver, visit.modes, again=lambda: driver.get(visit.address))
            except TROUBLE as trouble:
                opening.findings.clear()
                opening.say(f"it could not be looked at to the end: {in_short(trouble)}")
                yield from opening.findings
                let_go(driver)
            finally:
                self.checks = asked
        yield from dialogs(driver, opening)

    def across(self) -> Iterator[Finding]:
        """What only several pages together say: titles that are alike, and what comes back and is not the same."""
        if "structure" in self.checks:
            yield from same_titles(self.titles)
        for name, check in ACROSS.items():
            if name in self.checks:
                yield from check(self.memory)


def show(driver: WebDriver, before: Mode, mode: Mode, again: Callable[[], Any] | None) -> None:
    mode.apply(driver)
    line = kept(driver)
    if again and (mode.scripts != before.scripts or stale(line, before, mode)):
        again()
        mode.dress(driver)
    line.run("scrollTo({left: 0, top: 0, behavior: 'instant'})")
