"""What was settled meanwhile: somebody decided already, the request was taken back, the case is closed."""

from typing import Any

from app import identity
from app.cases import contents, law, vault
from app.cases.merging import reading
from app.cases.models import Decision
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_, format_day, format_moment


class Settled(Refused):
    """Nothing is left to decide here; the words say by whom, or why."""


def insist_told(unit: Unit, actor: Actor, case: Case) -> None:
    """Settled, in exact words, while a decision waits to be told."""
    pending = contents.pending_decision(unit, case.id)
    if pending is not None:
        told = format_moment(pending.tell_at, actor.locale, unit.town.zone)
        words = N_("%(who)s has decided on this case already. The person is told at this time: %(moment)s.")
        raise _settled(case, words, who=_who(unit, case, pending), moment=told)


def insist_open(unit: Unit, actor: Actor, case: Case) -> None:
    """Settled, in exact words, unless this case may still be decided."""
    insist_told(unit, actor, case)
    if case.closed_at is None:
        return
    day = format_day(law.calendar(unit).day_of(case.closed_at), actor.locale)
    if (kept := reading.goes_on(unit, case)) is not None:
        words = N_("This case was merged into %(into)s on %(day)s. Go on there.")
        raise _settled(case, words, into=kept.reference, day=day)
    decided = contents.decisions(unit, case.id)
    if case.outcome == "withdrawn":
        words = N_("The person took the request back on %(day)s. There is nothing left to decide.")
        raise _settled(case, words, day=day)
    if decided and not decided[-1].by_rule:
        words = N_("%(who)s has decided on this case already, and the person was told on %(day)s.")
        raise _settled(case, words, who=_who(unit, case, decided[-1]), day=day)
    raise _settled(case, N_("This case was closed on %(day)s. There is nothing left to decide."), day=day)


def _settled(case: Case, words: str, **values: object) -> Settled:
    return Settled(words, values, path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))


def _who(unit: Unit, case: Case, row: Any) -> str:
    """For staff: also where the person reads the office alone."""
    written = str(vault.unseal(unit, case.id, Decision, "who", row.id, row.who))
    clerk = identity.contact(unit, row.account_id) if row.account_id and not written else None
    return clerk.name if clerk else written
