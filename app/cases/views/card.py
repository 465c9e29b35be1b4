"""A person's cases and drafts as short lines, for the page where she finds everything of hers."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from app import catalogue
from app.cases import drafts, queries, wording
from app.cases.helping import listing
from app.cases.queries import Brief
from app.cases.rights import serving
from app.cases.views import clock, served, state
from app.kit.actor import Actor, Grant
from app.kit.db import Unit
from app.kit.views import When, day

PAGE = 50


class Card(NamedTuple):
    """`meaning` is the state in a sentence, `promise` by when the town answers ("" where nothing is promised)."""

    reference: str
    service: str
    state: state.State
    meaning: str
    promise: str
    yours: bool
    closed: When | None


def cards(unit: Unit, actor: Actor, locale: str, *, closed: bool, most: int = 50) -> list[Card]:
    """What this account sent: those that run, or those that are closed."""
    return _cards(unit, actor, queries.own_cases(unit, actor, closed=closed, most=most), locale)


def waiting_cards(unit: Unit, actor: Actor, locale: str) -> list[Card]:
    """Those in which a notification waits to be opened."""
    return _cards(unit, actor, serving.own_waiting(unit, actor), locale)


def own_page(unit: Unit, actor: Actor, locale: str, beyond: str) -> tuple[list[Card], str]:
    """All that this account sent, a page at a time: its cards, and where the next page begins ("" after the last).
    `beyond` is such a place; one that cannot be read is the first."""
    return _page(unit, actor, queries.all_mine(unit, actor, _place(beyond), PAGE + 1), locale)


def helped_page(unit: Unit, actor: Actor, grant: Grant, locale: str, beyond: str) -> tuple[list[Card], str]:
    """The same of what a mandate shows of the person it is for."""
    return _page(unit, actor, listing.briefs(unit, grant, _place(beyond), PAGE + 1), locale)


def _page(unit: Unit, actor: Actor, found: Sequence[Brief], locale: str) -> tuple[list[Card], str]:
    last = found[PAGE - 1] if len(found) > PAGE else None
    further = f"{'closed' if last.closed_at else 'open'}.{last.id.hex}" if last else ""
    return _cards(unit, actor, found[:PAGE], locale), further


def _place(text: str) -> tuple[bool, UUID] | None:
    kind, _, written = text.partition(".")
    try:
        return (kind == "closed", UUID(written)) if kind in ("open", "closed") else None
    except ValueError:
        return None


def draft_lines(unit: Unit, actor: Actor, locale: str) -> list[drafts.DraftLine]:
    """Drafts that may still be sent."""
    return [drafts.line(unit, actor, draft, locale) for draft in queries.own_drafts(unit, actor)]


def _cards(unit: Unit, actor: Actor, found: Sequence[Brief], locale: str) -> list[Card]:
    waiting = serving.waiting_among(unit, [case.id for case in found if case.closed_at])
    easy = wording.eases(unit, actor)
    return [
        _card(unit, case, wording.version(unit, case.version, easy=easy), locale, waiting.get(case.id))
        for case in found
    ]


def _card(unit: Unit, case: Brief, service: catalogue.Service, locale: str, waits: Any | None) -> Card:
    """`waits` is the notification that waits, of which the card says no more than that it does."""
    return Card(
        reference=case.reference,
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        state=state.state(unit, case, service, locale, for_staff=False, waits=waits is not None),
        meaning=served.means(locale) if waits else state.meaning(unit, case, service, locale),
        promise=served.last_day(waits, locale) if waits else _promise(unit, case, service, locale),
        yours=case.yours or waits is not None,
        closed=day(clock.local_day(unit, case.closed_at), locale, "long") if case.closed_at and not waits else None,
    )


def _promise(unit: Unit, case: Brief, service: catalogue.Service, locale: str) -> str:
    return "" if case.stopped else clock.sentence(unit, case, service, locale)
