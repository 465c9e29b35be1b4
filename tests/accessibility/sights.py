"""What was seen: each chapter is told once a language, and kept for the tests that ask about it."""

import os
import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.conformance.pieces import Pieces
from a11y_tests.kinds import Kinds
from a11y_tests.tools import Nu
from tests.accessibility.chapters import CHAPTERS, ON_POSTGRESQL, OWN_TOWN, as_it_is
from tests.accessibility.ears import Ears, Shut
from tests.accessibility.eyes import Eyes
from tests.accessibility.gathered import named, pieces
from tests.accessibility.scene import Scene
from tests.accessibility.transcripts import WRITING
from tests.databases import SEEDED, Databases
from tests.sites import Site

EVIDENCE = os.environ.get("EVIDENCE", "")
"""The folder into which is written what was looked at and found: what the statement is made of, see bin/statement."""


@dataclass
class Sights:
    databases: Databases
    nu: Nu
    browser: Browser
    folder: Callable[[str], Path]
    kinds: Kinds = field(default_factory=Kinds)
    seen: dict[tuple[str, str], Eyes] = field(default_factory=dict)
    heard: dict[tuple[str, str], Ears] = field(default_factory=dict)
    seconds: dict[tuple[str, str], float] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)  # the town of a language that most chapters share
    streets: ExitStack = field(default_factory=ExitStack)
    kept: Pieces | None = field(default_factory=lambda: pieces(Path(EVIDENCE)) if EVIDENCE else None)

    def of(self, chapter: str, locale: str) -> Eyes:
        if (chapter, locale) not in self.seen:
            ears = self.heard[chapter, locale] = Ears()
            eyes = (Shut if WRITING else Eyes)(self.nu, locale, self.kinds, listeners=[ears])
            self.seen[chapter, locale] = self.tell(chapter, eyes)
        return self.seen[chapter, locale]

    def by_ear(self, chapter: str, locale: str) -> Ears:
        self.of(chapter, locale)
        return self.heard[chapter, locale]

    def tell(self, chapter: str, eyes: Eyes) -> Eyes:
        name = named(chapter, eyes.locale, in_every_mode=eyes.everything)
        if self.kept and (before := self.kept.done(name)):
            pytest.skip(f"looked at on {before.day}")
        begun = time.monotonic()
        with ExitStack() as street:
            scene = Scene(self.site(eyes.locale, chapter, street), self.browser, eyes)
            with scene.rooms:
                CHAPTERS[chapter](scene)
        eyes.compare()
        self.seconds[chapter, eyes.locale] = time.monotonic() - begun
        if self.kept:
            self.kept.keep(name, eyes.record)
        return eyes

    def site(self, locale: str, chapter: str, street: ExitStack) -> Site:
        """A town that runs. The languages share none: what one sends would stand in the lists of the others."""
        if chapter in OWN_TOWN:
            return self.found(f"{locale} {chapter}", chapter, locale, street)
        if locale not in self.sites:
            self.sites[locale] = self.found(locale, chapter, locale, self.streets)
        return self.sites[locale]

    def found(self, name: str, chapter: str, locale: str, street: ExitStack) -> Site:
        """Opens a town, which is closed at the end of the street."""
        name = re.sub(r"\W+", "_", f"pages {name}".lower())
        folder, kind = self.folder(name), "postgresql" if chapter in ON_POSTGRESQL else "sqlite"
        town = self.databases.clone(kind, SEEDED, name, folder)
        street.callback(self.databases.put_away, town)
        OWN_TOWN.get(chapter, as_it_is)(town, locale)
        self.databases.put_away(town)
        site = Site(town, self.databases.keyring(), folder)
        street.callback(site.end)
        return site

    def in_every_mode(self, chapter: str, locale: str) -> Eyes:
        return self.tell(chapter, Eyes(self.nu, locale, self.kinds, everything=True))

    def end(self) -> None:
        self.streets.close()
