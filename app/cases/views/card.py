"""A person's cases and drafts as short lines, for the page where she finds everything of hers."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from app import catalogue
from app.cases import drafts, queries
from app.cases.helping import listing
from app.cases.queries import Brief
from app.cases.views import clock, state
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
    return [_card(unit, case, locale) for case in queries.own_cases(unit, actor, closed=closed, most=most)]


def own_page(unit: Unit, actor: Actor, locale: str, beyond: str) -> tuple[list[Card], str]:
    """All that this account sent, a page at a time: its cards, and where the next page begins ("" after the last).
    `beyond` is such a place; one that cannot be read is the first."""
    return _page(unit, queries.all_mine(unit, actor, _place(beyond), PAGE + 1), locale)


def helped_page(unit: Unit, grant: Grant, locale: str, beyond: str) -> tuple[list[Card], str]:
    """The same of what a mandate shows of the person it is for."""
    return _page(unit, listing.briefs(unit, grant, _place(beyond), PAGE + 1), locale)


def _page(unit: Unit, found: Sequence[Brief], locale: str) -> tuple[list[Card], str]:
    last = found[PAGE - 1] if len(found) > PAGE else None
    further = f"{'closed' if last.closed_at else 'open'}.{last.id.hex}" if last else ""
    return [_card(unit, case, locale) for case in found[:PAGE]], further


def _place(text: str) -> tuple[bool, UUID] | None:
    kind, _, written = text.partition(".")
    try:
        return (kind == "closed", UUID(written)) if kind in ("open", "closed") else None
    except ValueError:
        return None


def draft_lines(unit: Unit, actor: Actor, locale: str) -> list[drafts.DraftLine]:
    """Drafts that may still be sent."""
    return [drafts.line(unit, actor, draft, locale) for draft in queries.own_drafts(unit, actor)]


def _card(unit: Unit, case: Brief, locale: str) -> Card:
    service = catalogue.version(unit, case.version)
    return Card(
        reference=case.reference,
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        state=state.state(unit, case, service, locale, for_staff=False),
        meaning=state.meaning(unit, case, service, locale),
        promise="" if case.stopped else clock.sentence(unit, case, service, locale),
        yours=case.yours,
        closed=day(clock.local_day(unit, case.closed_at), locale, "long") if case.closed_at else None,
    )
