"""Hears each page that somebody comes to: what the virtual screen reader says there, for people to read in a diff."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from a11y_tests.finding import Finding
from a11y_tests.readers.rules import barriers
from a11y_tests.readers.virtual import read
from app.kit.i18n import LOCALES, translate
from tests.accessibility.eyes import Eyes
from tests.accessibility.stable import ROUND, stable
from tests.browser.person import Person

# Said of each paragraph and each item; a reader of the transcript sees them by the lines.
FOLDED = re.compile(r"(end of )?(paragraph|strong|emphasis|time|term|definition)|end of (item|heading|link)\b.*")
ITEM = re.compile(r"listitem, level \d+,(| current step,) position (\d+), set size (\d+)")
NEW = {translate(locale, "new") for locale in LOCALES}  # said with the number of messages, which come at any time
COUNT = re.compile(rf" \d+ ({'|'.join(map(re.escape, NEW))})(?=,|$)")
# Made of what the gate found last: heard, and not kept.
CHANGING = ("/{locale}/accessibility plain", "/{locale}/accessibility every criterion")
SAYS = "return document.querySelector('[data-say]') !== null"
PARTS = "/{locale}/components"  # for whoever builds pages: the name of a macro is what one comes for
FRAME = ("banner", "contentinfo")  # the same on most pages: told once, then only named


def _code(name: str, barrier: str) -> bool:
    return name.startswith(PARTS) and barrier.startswith("a name for machines")


@dataclass
class Ears:
    """`heard` has a text for each file name; `wrong` what no page may say."""

    heard: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    frames: set[tuple[str, ...]] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)

    def __call__(self, person: Person, name: str) -> None:
        spoken = read(person.driver)
        self.wrong += [f"{name}: {barrier}" for barrier in barriers(spoken.phrases) if not _code(name, barrier)]
        if name in CHANGING:
            return
        phrases = before_it_speaks(spoken.phrases) if person.line.run(SAYS) else spoken.phrases
        lines = [f"# {stable(spoken.title)} ({spoken.language})", *self.folded(concise(phrases))]
        self.heard[self.file(name)] = "\n".join(lines) + "\n"

    def file(self, name: str) -> str:
        """The address and the state, without what a file system does not like."""
        words = re.sub(r"\{locale\}| plain\b", "", name)
        plain = re.sub(r"[^\w.-]+", "-", words, flags=re.ASCII).strip("-.") or "home"
        self.names[plain] += 1
        return plain if self.names[plain] == 1 else f"{plain}-{self.names[plain]}"

    def folded(self, phrases: list[str]) -> list[str]:
        kept: list[str] = []
        rest = iter(phrases)
        for phrase in rest:
            if phrase not in FRAME:
                kept.append(phrase)
                continue
            part = [phrase]
            for inner in rest:
                part.append(inner)
                if inner == f"end of {phrase}":
                    break
            kept += [f"{phrase}, as before"] if tuple(part) in self.frames else part
            self.frames.add(tuple(part))
        return kept


class Shut(Eyes):
    """Comes to the same pages and looks at none: for those who only listen."""

    def found(self, *_: object) -> Iterator[Finding]:
        return iter(())


def before_it_speaks(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """A part of the page is said once more, by its status region, a moment after the page has come."""
    if "end of status" not in phrases:
        return phrases
    return (*phrases[: phrases.index("status") + 1], *phrases[phrases.index("end of status") + 1 :])


def concise(phrases: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for phrase in phrases:
        said = COUNT.sub("", ITEM.sub(r"item \2 of \3", stable(phrase)))
        if said in NEW and len(kept) > 1 and kept[-1].isdecimal():
            del kept[-2:]  # the parts of a link with a number
        elif kept[-2:] == [ROUND, "DATE"] and said == ROUND:
            del kept[-1]  # one of the days of a street: how many there are differs from week to week
        elif said and not FOLDED.fullmatch(said):
            kept.append(said)
    return kept
