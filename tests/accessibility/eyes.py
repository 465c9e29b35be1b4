"""Looks at each page that a person comes to."""

from dataclasses import dataclass, field

from a11y_tests.finding import Finding
from a11y_tests.gate import Gate
from a11y_tests.modes import FOUR
from a11y_tests.tools import Nu
from app.kit.i18n import LOCALES
from tests.browser.person import Person


@dataclass
class Eyes:
    """All rules once for each page and language. What depends on the mode: each kind of page in one mode a language,
    and because the languages take turns, in all four modes; which language gets which changes from page to page.
    `everything` looks at each page of this language in all four."""

    nu: Nu
    locale: str
    everything: bool = False
    findings: list[Finding] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def look(self, person: Person, kind: str = "") -> None:
        gate = Gate(self.nu)
        name = f"{person.path} {kind}".strip()
        turn = len(self.paths) + LOCALES.index(self.locale)
        self.paths.append(person.path)
        self.findings += gate.here(person.driver, name, person.mode)
        modes = FOUR if self.everything else [FOUR[turn % len(FOUR)]]
        self.findings += gate.modes(person.driver, modes, name)
        person.mode.apply(person.driver)
