"""Looks at each page that a person comes to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from a11y_tests.finding import Finding
from a11y_tests.gate import Gate
from a11y_tests.modes import FOUR, Mode
from a11y_tests.tools import Nu
from app.kit.i18n import LOCALES
from tests.accessibility.addresses import address_of
from tests.browser.person import Person

Listener = Callable[[Person, str], object]

TURNS: tuple[Mode, ...] = (
    *FOUR,
    Mode(320, more_contrast=True),
    Mode(768),
    Mode(1280, dark=True, more_contrast=True),
    Mode(768, dark=True),
)
NARROW = Mode(320)
CHEAP = frozenset({"reflow", "targets"})


class Look(NamedTuple):
    address: str  # the route's own, such as /{locale}/cases/{reference}
    state: str
    of: str  # which of several pages at this address: the question of a form


@dataclass
class Eyes:
    """All rules once for each page and language, in one mode; what depends on the mode in one more, and what a small
    screen breaks on a small screen. Modes take turns, from page to page and from language to language, so that all
    are met. `everything` looks at each page of this language in every mode. `listeners` hear of each look, while
    the page is open."""

    nu: Nu
    locale: str
    everything: bool = False
    listeners: Sequence[Listener] = ()
    findings: list[Finding] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    def look(self, person: Person, state: str = "plain", of: str = "", at: str = "") -> None:
        """`at` is a name of the register for what no route answers: an error, a mail."""
        look = Look(at or address_of(person.path), state, of)
        name = " ".join(filter(None, (look.address, look.state, look.of)))
        turn = len(self.looks) * len(LOCALES) + LOCALES.index(self.locale)
        self.looks.append(look)
        for listener in self.listeners:
            listener(person, name)
        self.findings += self.found(person, name, TURNS[turn % len(TURNS)])
        person.mode.apply(person.driver)

    def found(self, person: Person, name: str, turn: Mode) -> Iterable[Finding]:
        yield from Gate(self.nu).here(person.driver, name, person.mode)
        if self.everything:
            yield from Gate(self.nu).modes(person.driver, every_mode(), name)
            return
        yield from Gate(self.nu).modes(person.driver, [turn], name)
        if turn.width != NARROW.width:
            yield from Gate(self.nu, checks=CHEAP).modes(person.driver, [NARROW], name)


def every_mode() -> Iterable[Mode]:
    return dict.fromkeys([*TURNS, *(replace(mode, dark=True) for mode in TURNS)])
