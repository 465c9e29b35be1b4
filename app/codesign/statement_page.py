"""The statement as a page: the model of the European Commission, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app import catalogue
from app.codesign.conformance import Conformance, Criterion
from app.codesign.statements import KnownBarrier
from app.kit.i18n import N_, translate
from app.kit.pages import Page
from app.kit.views import When, day

STATES = {
    "supports": N_("Tested to the end, nothing found"),
    "in part": N_("Tested in part by programs, nothing found; people still have to test the rest"),
    "in the way": N_("Something is in the way"),
    "not there": N_("Our pages have nothing of the kind, such as video"),
    "not tested": N_("Not tested yet"),
}
SHORT = {
    "supports": N_("Tested, nothing found"),
    "in part": N_("Tested in part, nothing found"),
    "in the way": N_("Something is in the way"),
    "not tested": N_("Not tested yet"),
}
REASONS = {
    "no_media": N_("Our pages have no video and no sound."),
    "no_motion_input": N_("No page asks you to move the device."),
    "timing": N_("We do not promise this: a sign-in ends when nobody uses it, and laws set days to answer."),
    "words": N_("We do not promise this: each town writes its own texts."),
}
TRIED = {
    "screen_reader": N_("With a screen reader"),
    "low_vision": N_("With large text, other colours and a magnifier"),
    "keyboard": N_("Without a mouse and without touch"),
    "voice": N_("By voice"),
    "touch": N_("With one hand on a phone"),
    "reading": N_("By people who find reading hard"),
    "languages": N_("By native readers of each language"),
    "review": N_("By a trained tester who did not build the pages"),
}


@dataclass(frozen=True)
class StateCount:
    text: str
    number: int


@dataclass(frozen=True)
class CriterionLine:
    number: str
    name: str
    said: str


@dataclass(frozen=True)
class Level:
    name: str
    lines: Sequence[CriterionLine]


@dataclass(frozen=True)
class TriedLine:
    """`on` is None while nobody has tried it."""

    text: str
    on: When | None


@dataclass(frozen=True)
class StatementPage(Page):
    """`town_part`: other ways, the contact and the complaint, as the town writes them.
    `readers`: whether people who find reading hard have tested the texts."""

    template: ClassVar[str] = "codesign/statement.html"

    title: str
    town_name: str
    law: str
    whole: bool
    asked: int
    states: Sequence[StateCount]
    aimed: int
    highest: int
    in_the_way: Sequence[CriterionLine]
    reported: Sequence[KnownBarrier]
    day: When
    pages: int
    languages: int
    tried: Sequence[TriedLine]
    readers: bool
    levels: Sequence[Level]
    town_part: Markup
    fallback_lang: str
    fallback_dir: str


@dataclass(frozen=True)
class TownPart:
    """What the town adds: its law, and other ways, contact and complaint as Markdown."""

    name: str
    law: str
    body: catalogue.Text


def page(known: Conformance, reported: Sequence[KnownBarrier], town: TownPart, locale: str) -> StatementPage:
    counts = known.counts()
    aimed, highest = known.aimed_at("AAA")
    return StatementPage(
        title=translate(locale, N_("Accessibility")),
        town_name=town.name,
        law=town.law,
        whole=known.whole,
        asked=counts.total(),
        states=[StateCount(translate(locale, text), counts[state]) for state, text in STATES.items()],
        aimed=aimed,
        highest=highest,
        in_the_way=[_line(one, locale) for one in known.in_the_way()],
        reported=reported,
        day=day(known.day, locale, "long"),
        pages=known.pages,
        languages=len(known.locales),
        tried=[
            TriedLine(translate(locale, text), day(on, locale, "long") if (on := known.tried[id]) else None)
            for id, text in TRIED.items()
        ],
        readers=known.tried["reading"] is not None,
        levels=[
            Level(level, [_line(one, locale) for one in known.criteria if one.level == level])
            for level in ("A", "AA", "AAA")
        ],
        town_part=catalogue.prose(town.body, locale),
        fallback_lang=town.body.lang,
        fallback_dir=town.body.dir,
    )


def _line(one: Criterion, locale: str) -> CriterionLine:
    said = SHORT.get(one.state) or REASONS[one.why]
    return CriterionLine(one.number, one.names[locale], translate(locale, said))
