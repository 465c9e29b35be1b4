"""What was seen: each chapter is told once a language, and kept for the tests that ask about it."""

import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from a11y_tests.browser import Browser
from a11y_tests.kinds import Kinds
from a11y_tests.tools import Nu
from tests.accessibility.chapters import CHAPTERS, ON_POSTGRESQL, OWN_TOWN, as_it_is
from tests.accessibility.ears import Ears, Shut
from tests.accessibility.eyes import Eyes
from tests.accessibility.scene import Scene
from tests.accessibility.transcripts import WRITING
from tests.databases import SEEDED, Databases
from tests.sites import Site


@dataclass
class Sights:
    databases: Databases
    nu: Nu
    browser: Browser
    folder: Callable[[str], Path]
    kinds: Kinds = field(default_factory=Kinds)
    seen: dict[tuple[str, str], Eyes] = field(default_factory=dict)
    heard: dict[tuple[str, str], Ears] = field(default_factory=dict)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))  # by language
    sites: dict[str, Site] = field(default_factory=dict)

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
        begun = time.monotonic()
        scene = Scene(self.site(eyes.locale, chapter if chapter in OWN_TOWN else ""), self.browser, eyes)
        with scene.rooms:
            CHAPTERS[chapter](scene)
        self.seconds[eyes.locale] += time.monotonic() - begun
        return eyes

    def site(self, locale: str, chapter: str) -> Site:
        """A town that runs. The languages share none: what one sends would stand in the lists of the others."""
        name = re.sub(r"\W+", "_", f"pages_{locale}_{chapter}".lower())
        if name not in self.sites:
            folder, kind = self.folder(name), "postgresql" if chapter in ON_POSTGRESQL else "sqlite"
            town = self.databases.clone(kind, SEEDED, name, folder)
            OWN_TOWN.get(chapter, as_it_is)(town, locale)
            self.databases.put_away(town)
            self.sites[name] = Site(town, self.databases.keyring(), folder)
        return self.sites[name]

    def end(self) -> None:
        for site in self.sites.values():
            site.end()
            self.databases.put_away(site.town)
