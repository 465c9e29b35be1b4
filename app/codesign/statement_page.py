"""The statement as a page: the model of the European Commission (Decision 2018/1523), in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app import catalogue
from app.codesign.conformance import Conformance, Criterion
from app.codesign.statement_words import FOUND, PREPARED, REASONS, SHORT, STATES, STATUS, TRIED, WHY
from app.codesign.statements import KnownBarrier, criterion
from app.kit.i18n import N_, translate
from app.kit.pages import Page
from app.kit.views import When, day


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
class Failing:
    """What is not accessible: which criterion it fails ("" for none of WCAG 2.2), and why we say so. `since` is None
    for what programs found."""

    component: str
    criterion: str
    reason: str
    since: When | None


@dataclass(frozen=True)
class StatementPage(Page):
    """`town_part`: contact, complaint and other ways, as the town writes them. `why` says why not fully, `waiting` how
    many reports nobody has looked at. Of what programs looked at: `pages`, `views` of them (in one state each),
    `missing` that they did not come to, `partly` not in each language, `languages` and `modes`; `everywhere`: each view
    in each mode; `since`: the first day, where it took several. `posted`: kinds of mails and letters. `by_ear`: how
    journeys with a screen reader went. `readers`: whether people who find reading hard have tested the texts."""

    template: ClassVar[str] = "codesign/statement.html"

    title: str
    town_name: str
    law: str
    compliance: str
    why: str
    asked: int
    states: Sequence[StateCount]
    aimed: int
    highest: int
    failing: Sequence[Failing]
    waiting: str
    prepared: When
    day: When
    since: When | None
    pages: int
    views: int
    missing: int
    partly: int
    languages: int
    modes: int
    everywhere: bool
    posted: int
    by_ear: str
    tried: Sequence[TriedLine]
    readers: bool
    levels: Sequence[Level]
    town_part: Markup
    fallback_lang: str
    fallback_dir: str


@dataclass(frozen=True)
class TownPart:
    """What the town adds: its law, and contact, complaint and other ways as Markdown."""

    name: str
    law: str
    body: catalogue.Text


def page(
    tested: Conformance, reported: Sequence[KnownBarrier], waiting: str, town: TownPart, locale: str
) -> StatementPage:
    known = tested.with_reported({one.number for one in reported})
    counts, failing = known.counts(), bool(known.counts()["in the way"])
    why = WHY.get((known.status, failing, known.unfinished), "")
    aimed, highest = known.aimed_at("AAA")
    return StatementPage(
        title=translate(locale, N_("Accessibility statement")),
        town_name=town.name,
        law=town.law,
        compliance=translate(locale, STATUS[known.status]),
        why=translate(locale, why) if why else "",
        asked=counts.total(),
        states=[StateCount(translate(locale, text), counts[state]) for state, text in STATES.items()],
        aimed=aimed,
        highest=highest,
        failing=[
            *(
                Failing("", criterion(one.number, locale), translate(locale, FOUND), None)
                for one in tested.in_the_way()
            ),
            *(Failing(one.component, one.criterion, one.effort, one.since) for one in reported),
        ],
        waiting=waiting,
        prepared=day(PREPARED, locale, "long"),
        day=day(known.day, locale, "long"),
        since=day(known.since, locale, "long") if known.since else None,
        pages=known.pages,
        views=known.views,
        missing=known.missing,
        partly=known.partly,
        languages=len(known.locales),
        modes=known.modes,
        everywhere=known.everywhere,
        posted=known.posted,
        by_ear=known.by_ear,
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
