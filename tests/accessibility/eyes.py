"""Looks at each page that a person comes to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple
from zlib import crc32

from a11y_tests.conformance.evidence import Record
from a11y_tests.conformance.watched import Watched, tools
from a11y_tests.finding import Finding
from a11y_tests.kinds import Kinds
from a11y_tests.modes import ALL, COLOURS, PLAIN, SIZES, Mode
from a11y_tests.tools import Nu
from app.kit.i18n import LOCALES
from tests.accessibility.addresses import address_of
from tests.browser.person import Person

Listener = Callable[[Person, str], object]

TURNS: tuple[Mode, ...] = tuple(
    replace(size, dark=by.dark, more_contrast=by.more_contrast, forced_colors=by.forced_colors)
    for by, size in product(COLOURS, SIZES)
)
ONWARD, APART = 5, 7
"""How far a language goes on in the turns from page to page, and how far the next one stands off: all meet all."""
NARROW = Mode(320)
CHEAP = frozenset({"reflow", "targets"})


class Look(NamedTuple):
    address: str  # the route's own, such as /{locale}/cases/{reference}
    state: str
    of: str  # which of several pages at this address: the question of a form

    def __str__(self) -> str:
        return " ".join(filter(None, self))


NOWHERE = Look("", "", "")


@dataclass
class Eyes:
    """All rules once for each page and language, in one mode; what depends on the mode in one more, in two of the
    languages, where modes take turns from page to page and from language to language; and what a small screen breaks,
    on a small screen. Each address that can be opened is seen without scripts in one of the languages.
    `everything` looks at each page in every mode. `listeners` hear of each look, while the page is open."""

    nu: Nu
    locale: str
    kinds: Kinds | None = None
    everything: bool = False
    listeners: Sequence[Listener] = ()
    findings: list[Finding] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    gates: dict[Person, Watched] = field(default_factory=dict)
    record: Record = field(default_factory=Record)
    """What may be said of the product afterwards."""

    def look(
        self,
        person: Person,
        state: str = "plain",
        of: str = "",
        at: str = "",
        again: Callable[[], object] | None = None,
    ) -> None:
        """`at` is a name of the register for what no route answers: an error, a mail. `again` opens the page once
        more, where it can be opened by its address: so it is seen without scripts too."""
        look = Look(at or address_of(person.path), state, of)
        turn = self.turn()
        self.looks.append(look)
        for listener in self.listeners:
            listener(person, str(look))
        gate = self.gates.setdefault(person, self.gate())
        self.record.tools |= tools(person.driver)
        kept = len(gate.titles), len(gate.memory)
        self.findings += self.found(gate, person, look, turn, again)
        # What has no address of the town is no page of it. Titles are compared of pages as they are opened: a form
        # that comes back may do so from another address.
        page = " ".join(filter(None, (look.address, look.of)))
        titles = [titled._replace(page=page) for titled in gate.titles[kept[0] :]]
        gate.titles[kept[0] :] = titles if state == "plain" and not at else []
        gate.memory[kept[1] :] = [] if at else gate.memory[kept[1] :]

    def compare(self) -> None:
        """What only several pages together say, of those that one person came to."""
        for gate in self.gates.values():
            self.findings += gate.across()

    def found(
        self, gate: Watched, person: Person, look: Look, turn: Mode, again: Callable[[], object] | None
    ) -> Iterator[Finding]:
        driver, name = person.driver, str(look)
        gate.at, gate.state, gate.of = look.address, look.state, look.of
        yield from gate.here(driver, name, person.mode)
        if self.everything:
            yield from self.gate(look).modes(driver, ALL, name, again=again, back=person.mode)
            return
        narrow = turn.width == NARROW.width
        modes = [turn, replace(turn, scripts=False)] if again and self.without_scripts(look.address) else [turn]
        yield from gate.modes(driver, modes, name, again=again, back=person.mode if narrow else NARROW)
        if not narrow:
            cheap = self.gate(look)
            cheap.checks = CHEAP
            yield from cheap.modes(driver, [NARROW], name, back=person.mode)

    def gate(self, look: Look = NOWHERE) -> Watched:
        at, state, of = look
        return Watched(self.nu, kinds=self.kinds, record=self.record, locale=self.locale, at=at, state=state, of=of)

    def turn(self) -> Mode:
        """Which mode is next. At every other pair of looks it is the plain one, for these languages or the others."""
        looked, language = len(self.looks), LOCALES.index(self.locale)
        if (looked // 2 + language) % 2:
            return PLAIN
        return TURNS[(looked * ONWARD + language * APART) % len(TURNS)]

    def without_scripts(self, address: str) -> bool:
        """Once for each address, in one of the languages."""
        turn = crc32(address.encode()) % len(LOCALES) == LOCALES.index(self.locale)
        return turn and [look.address for look in self.looks].count(address) == 1
