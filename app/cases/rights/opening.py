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
from app.kit.errors import Refused
from app.kit.i18n import N_, format_day, translate

WINDOW, NOT_TAKEN = "at_window", "not_taken"


class Served(Refused):
    title = N_("Nothing waits to be handed over")
    words = N_("No decision of this case waits to be opened. The case says how the latest one was served.")


def answer(unit: Unit, by: Actor, case: Case, row: Any, state: str) -> None:
    """The person opens it, or refuses to. What was answered stays as it was answered."""
    held = queries.locked(unit, case.id)
    if serving.settle(unit, row.id, state, by.account_id):
        _served(unit, held, state, by)


def at_window(unit: Unit, clerk: Actor, case: Case, *, taken: bool) -> None:
    """A clerk holds out on paper what waits in the portal: the person takes it, or does not want it. Raises Served
    where it was opened meanwhile."""
    held = queries.locked(unit, case.id)
    row = serving.waiting(unit, held.id)
    state = serving.HANDED if taken else serving.REFUSED
    if row is None or not serving.settle(unit, row.id, state, clerk.account_id):
        raise Served(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    _served(unit, held, state if taken else NOT_TAKEN, clerk, pressed=WINDOW)


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


def _served(unit: Unit, held: Case, state: str, by: Actor, pressed: str = "") -> None:
    moving.note_step(unit, held.id, f"served_{state}", by, transition=pressed)
    moving.touch(unit, held)
    appealing.settle(unit, held, catalogue.version(unit, held.version))
    events.record(unit, NotificationServed(held.id))
