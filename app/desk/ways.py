"""The way that a page is about: one that this member of staff may press now."""

from app import cases
from app.cases import Case, Turn, Way, lawful
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_, translate
from app.kit.views import day, moment


class MovedOn(Refused):
    """The case has moved on, or somebody else has to do this."""

    words = N_("This step is not open now. The case has changed, or somebody else has to do it.")


def way(unit: Unit, actor: Actor, case: Case, locale: str, transition: str) -> Way:
    """The transition of this id, unless it asks for information, which has a page of its own."""
    return _one(unit, actor, case, [each for each in cases.offered(unit, actor, case, locale) if each.id == transition])


def asking(unit: Unit, actor: Actor, case: Case, locale: str) -> Way:
    """The transition that asks the person again."""
    return _one(unit, actor, case, [each for each in cases.offered(unit, actor, case, locale) if each.asks])


def twice(unit: Unit, actor: Actor, case: Case, locale: str, transition: str) -> bool:
    """Whether a button was pressed a second time: what it does is done, and she need not be told that it is too
    late."""
    if transition not in cases.pressed(unit, actor, case):
        return False
    return all(each.id != transition for each in cases.offered(unit, actor, case, locale))


def told(unit: Unit, turn: Turn, locale: str) -> str:
    """When the person is told of it."""
    if turn.told <= unit.now:
        return translate(locale, N_("The person is told at once."))
    words = N_("The person is told at this time: %(moment)s. Nothing goes out before.")
    return translate(locale, words, moment=moment(turn.told, locale, unit.town.zone))


def turn(turn: Turn, locale: str) -> str:
    """What it means for the person's time and for the clock; "" where she has nothing to do."""
    if turn.until is None:
        return ""
    if turn.stops:
        words = N_("The person can answer until %(day)s. The clock is stopped until the answer comes.")
    else:
        words = N_("The person can answer until %(day)s. The clock goes on.")
    return translate(locale, words, day=day(turn.until, locale))


def _one(unit: Unit, actor: Actor, case: Case, found: list[Way]) -> Way:
    if not found:
        lawful.insist_open(unit, actor, case)
        lawful.insist_other(unit, actor, case)
        raise MovedOn(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    return found[0]
