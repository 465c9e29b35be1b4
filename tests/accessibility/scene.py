"""Where a chapter plays: one language, its own town, and whoever comes to the window there."""

from contextlib import ExitStack
from dataclasses import dataclass, field

from a11y_tests.browser import Browser
from a11y_tests.modes import PLAIN
from tests.accessibility.eyes import Eyes
from tests.accessibility.visitor import Somebody
from tests.browser.person import Person
from tests.sites import Site

WHO = {"en": "kofi", "es": "nour", "zh-Hant": "lin", "ar": "amina"}
"""Somebody with an account whose language this is."""


@dataclass
class Scene:
    site: Site
    browser: Browser
    eyes: Eyes
    rooms: ExitStack = field(default_factory=ExitStack)

    @property
    def locale(self) -> str:
        return self.eyes.locale

    def guest(self) -> Somebody:
        return self.by_link("")

    def somebody(self) -> Somebody:
        return self.staff(WHO[self.locale])

    def staff(self, key: str) -> Somebody:
        return self.by_link(self.site.sign_in(key))

    def by_link(self, link: str) -> Somebody:
        """Whoever was sent this one-time link; nobody without one."""
        person = Person(self.rooms.enter_context(self.browser.person()), self.site, self.locale, PLAIN)
        self.rooms.callback(person.leave)
        one = Somebody(person, self.eyes, link)
        self.rooms.callback(one.close)
        return one
