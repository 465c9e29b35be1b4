"""A notification is opened, refused, or was left until its last day. From then on it counts as served: everybody whom
it concerns may read what was decided, and what it does to another case takes effect."""

from typing import Any

from app import catalogue
from app.cases import moving, queries, telling
from app.cases.events import NotificationServed
from app.cases.queries import Case
from app.cases.rights import appealing, serving
from app.kit import events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate


def answer(unit: Unit, by: Actor, case: Case, row: Any, state: str) -> None:
    """The person opens it, or refuses to. What was answered stays as it was answered."""
    held = queries.locked(unit, case.id)
    if serving.settle(unit, row.id, state, by.account_id):
        _served(unit, held, state, by)


def expire(unit: Unit, args: serving.Lies) -> None:
    """Nobody opened it in time: it counts as served, and she is told what that means."""
    held = queries.locked(unit, args.case_id)
    if not serving.settle(unit, args.served_id, serving.EXPIRED, None):
        return
    _served(unit, held, serving.EXPIRED, Actor.system("decision served"))
    locale = held.locale
    subject = translate(locale, N_("%(reference)s: a notification counts as served"), reference=held.reference)
    words = translate(locale, N_("Nobody opened it until its last day. You can still read it in your case."))
    last = appealing.last_day(unit, held)
    appeal = N_("If you do not agree, you can appeal until %(day)s.")
    said = (translate(locale, appeal, day=format_day(last, locale, "long")),) if last else ()
    telling.say(unit, held, "served_expired", subject, words, *said)


def _served(unit: Unit, held: Case, state: str, by: Actor) -> None:
    moving.note_step(unit, held.id, f"served_{state}", by)
    moving.touch(unit, held)
    appealing.settle(unit, held, catalogue.version(unit, held.version))
    events.record(unit, NotificationServed(held.id))
