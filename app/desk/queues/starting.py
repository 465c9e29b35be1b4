"""The start page: what waits for a clerk, in numbers that lead to the queue, and what changed since she left."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app import cases, catalogue
from app.cases.queues import Arrived, Wanted
from app.desk.queue import counted
from app.desk.queues.start_pages import Arrivals, ArrivedLine, Count
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.views import moment

SHOWN = 10
PARTS: Mapping[str, tuple[str, Wanted]] = {
    "late": (N_("Mine, late"), Wanted(tab="mine", due="late")),
    "soon": (N_("Mine, due within 7 days"), Wanted(tab="mine", due="soon")),
    "mine": (N_("Mine, all of them"), Wanted(tab="mine")),
    "answered": (N_("Mine, the person answered"), Wanted(assignee="me", turn="answered")),
    "given": (N_("Given to me by others"), Wanted(turn="given")),
    "waiting": (N_("Mine, waiting for others"), Wanted(tab="waiting", assignee="me")),
    "nobody": (N_("Nobody’s"), Wanted(tab="nobody")),
}
KINDS = {
    "received": N_("New case"),
    "answered": N_("The person sent the answer"),
    "message_yours": N_("The person wrote"),
    "assigned": N_("Given to you"),
    "handed": N_("Handed over to you, with a note"),
    "stood_in": N_("You stand in for a colleague"),
    "came_back": N_("Back with you after your absence"),
}


def counts(unit: Unit, actor: Actor, locale: str) -> tuple[Count, ...]:
    found = cases.queues.at_start(unit, actor)
    return tuple(
        Count(
            translate(locale, words),
            counted(found[part]) or "0",
            Address(locale, wanted).queue(),
            part == "late" and found[part] > 0,
        )
        for part, (words, wanted) in PARTS.items()
    )


def arrivals(unit: Unit, actor: Actor, locale: str, since: datetime) -> tuple[Arrivals, ...]:
    """What happened to hers, then what is new for everybody; a part in which nothing happened is left out."""
    news = cases.queues.since(unit, actor, since)
    mine = _arrivals(unit, locale, N_("Your cases"), news.happened, Wanted(assignee="me"))
    new = _arrivals(unit, locale, N_("New cases that nobody has"), news.received, Wanted(tab="nobody"))
    return tuple(part for part in (mine, new) if part.lines)


def _arrivals(unit: Unit, locale: str, title: str, found: Sequence[Arrived], all_of_them: Wanted) -> Arrivals:
    more = len(found) - SHOWN
    words = ""
    if len(found) > cases.queues.MOST:
        words = translate(locale, N_("More than %(number)s. See them in the queue"), number=cases.queues.MOST)
    elif more > 0:
        words = translate_many(
            locale, "%(number)s more: see it in the queue", "%(number)s more: see them in the queue", more
        )
    return Arrivals(
        translate(locale, title),
        [_line(unit, locale, each) for each in found[:SHOWN]],
        words,
        Address(locale, all_of_them).queue(),
    )


def _line(unit: Unit, locale: str, arrived: Arrived) -> ArrivedLine:
    service = catalogue.version(unit, arrived.case.version)
    return ArrivedLine(
        what=translate(locale, KINDS.get(arrived.kind, KINDS["assigned"])),
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        reference=arrived.case.reference,
        url=f"/{locale}/desk/cases/{arrived.case.reference}",
        when=moment(arrived.at, locale, unit.town.zone),
    )
