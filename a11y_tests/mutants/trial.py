"""Is a planted barrier found, by which check, under the right name and at the right place?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from ..checks import EVERY, PAGE
from ..finding import Finding
from ..gate import AXE, Gate
from ..line import kept
from ..modes import FOUR, PLAIN, Mode
from ..opening import TROUBLE
from ..tools import Nu, find
from ..view import View
from .checking import in_turn, may_name
from .mutant import Mutant, right_names
from .planter import Planted, Planter, served
from .recorded import Recorded
from .unnoticed import noticed

Rings = dict[str, Any]
Said = tuple[str, str, str]
Hit = tuple[Finding, str, Mode]
TURNS = (
    PLAIN,
    *(mode for mode in FOUR if mode != PLAIN),
)  # most barriers are there in every mode; a wide page is quick
ACROSS = frozenset({"structure", "identification", "once"})  # say something of several pages together
# Does the finding point at the barrier: the element itself, its label, what lies in it, or what holds it closely?
POINTS = """
const [found, planted] = arguments;
const list = css => { try { return [...document.querySelectorAll(css)]; } catch { return []; } };
const near = (outer, inner) => {
  for (let at = inner, up = 0; at && at !== document.body && up < 4; at = at.parentElement, up++) {
    if (at === outer) return true;
  }
  return false;
};
const whole = [document.documentElement, document.body, document.head];
return list(planted).some(b => list(found).some(f => {
  if (f === b || whole.includes(b) && (whole.includes(f) || document.head.contains(f))) return true;
  if (whole.includes(f) || whole.includes(b)) return false;
  return near(f, b) || near(b, f) || [...(b.labels || [])].some(l => l === f || near(f, l))
    || [...(f.labels || [])].some(l => l === b || near(b, l));
}));
"""


@dataclass(frozen=True)
class Outcome:
    mutant: Mutant
    by: Finding | None  # what kills it
    near: tuple[Finding, ...] = ()  # what was found, and is no kill
    unnoticed: bool = False  # it changes nothing for anybody, so it is no barrier

    @property
    def why(self) -> str:
        """Why it is missed, in words."""
        if not self.near:
            return "nothing is found"
        one = self.near[0]
        return f"{one.check} says {one.criterion or 'no criterion'} at {one.selector}: {one.message}"


@dataclass
class Trial:
    driver: WebDriver
    nu: Nu
    planter: Planter
    stage: Mapping[str, Recorded]
    thorough: bool = False  # ask the checks too that do not speak of the criterion: they say how near they were
    clean: dict[tuple[str, str, Mode], frozenset[Said]] = field(default_factory=dict)
    rings: dict[str, Rings] = field(default_factory=dict)  # rings that were good, by colours

    def run(self, mutant: Mutant) -> Outcome:
        page = self.stage[mutant.page]
        planted = self.planter.edited(page, mutant)
        if mutant.beside:
            return self.beside(mutant, page, planted)
        near: list[Finding] = []
        while hit := self.first(mutant, page, planted, near):
            finding, check, mode = hit
            if self.planter.new(page, planted, finding.selector) or said(finding) not in self.without(
                check, mode, page
            ):
                return Outcome(mutant, finding)
        return Outcome(mutant, None, tuple(near), self.unnoticed(page, mutant, planted))

    def first(self, mutant: Mutant, page: Recorded, planted: Planted, near: list[Finding]) -> Hit | None:
        """The first finding that names the barrier and is not known of the page without it."""
        near.clear()
        with served(self.driver, page, planted.html):
            look = self.looks()
            for check, mode in plan(mutant, thorough=self.thorough):
                known = self.clean.get((page.name, check, mode), frozenset())
                for finding in look(check, mode):
                    if said(finding) not in known and self.names(finding, mutant, planted.at):
                        return finding, check, mode
                    near.append(finding)
        return None

    def beside(self, mutant: Mutant, page: Recorded, planted: Planted) -> Outcome:
        """A barrier that shows only when several pages are seen, one after the other."""
        others = [self.stage[name] for name in mutant.beside]
        before = frozenset(map(said, self.several([(other, other.html) for other in [*others, page]])))
        found = self.several([*((other, other.html) for other in others), (page, planted.html)])
        with served(self.driver, page, planted.html):
            hits = [one for one in found if said(one) not in before and self.names(one, mutant, planted.at)]
        return Outcome(mutant, hits[0] if hits else None, tuple(found))

    def several(self, pages: Sequence[tuple[Recorded, str]]) -> list[Finding]:
        gate = Gate(self.nu, checks=ACROSS)
        for page, html in pages:
            with served(self.driver, page, html):
                list(gate.here(self.driver))
        return list(gate.across())

    def unnoticed(self, page: Recorded, mutant: Mutant, planted: Planted) -> bool:
        """By rule: with a script in it, it may do something; without, it has to show somewhere."""
        if mutant.edit.script:
            return False
        with served(self.driver, page, planted.html):
            after = noticed(self.driver, planted.at)
        with served(self.driver, page, page.html):
            return noticed(self.driver, planted.at) == after

    def looks(self) -> Callable[[str, Mode], Iterator[Finding]]:
        """A look by one check, in one mode, at the page that is open; the checks share what they ask of it."""
        axe, views = find(AXE), dict[Mode, View]()

        def look(check: str, mode: Mode) -> Iterator[Finding]:
            mode.apply(self.driver)
            view = views.setdefault(mode, View(self.driver, self.nu, axe, mode))
            view.rings = dict(self.rings.setdefault(mode.colours, {}))
            silent = True
            try:
                for finding in EVERY[check](view):
                    silent = False
                    yield finding
            except TROUBLE as problem:
                yield Finding(check, "", "", mode.name, "html", f"the check itself fails: {problem}")
            if check == "focus" and silent:
                self.rings[mode.colours] = view.rings

        return look

    def names(self, finding: Finding, mutant: Mutant, at: str) -> bool:
        """The right criterion, or an equally right one, and the right place."""
        if finding.criterion not in right_names(mutant.criterion):
            return False
        return bool(kept(self.driver).run(POINTS, finding.selector, at))

    def without(self, check: str, mode: Mode, page: Recorded) -> frozenset[Said]:
        """What the same check says of the page with nothing planted in it."""
        key = (page.name, check, mode)
        if key not in self.clean:
            with served(self.driver, page, page.html):
                self.clean[key] = frozenset(map(said, self.looks()(check, mode)))
        return self.clean[key]


def plan(mutant: Mutant, *, thorough: bool) -> Iterator[tuple[str, Mode]]:
    """The checks that speak of this criterion, in the barrier's own mode and then in others; then all other checks."""
    own = mutant.mode or TURNS[0]
    checks = in_turn(mutant.criterion)
    first = [check for check in checks if may_name(check, mutant.criterion)]
    for check in first:
        yield check, PLAIN if check in PAGE else own
    for mode in TURNS:
        yield from ((check, mode) for check in first if check not in PAGE and mode != own)
    for check in checks[len(first) :] if thorough else ():
        yield check, PLAIN if check in PAGE else own


def said(finding: Finding) -> Said:
    return finding.criterion, finding.selector, finding.message
