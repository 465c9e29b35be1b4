"""The office asks again: these questions, for this reason, until this day; or it hears before it decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue
from app.cases import answers, contents, timers, vault
from app.cases.events import InformationAsked
from app.cases.models import InformationRequest
from app.cases.queries import Case
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

HEARING = "hearing"
ANSWERED = "answered"
REASONS = ("missing", "wrong", "outdated")
UNASKED = ("note", "declaration")
"""What is not asked again: it has no answer that could be missing, wrong or outdated."""

Half = Mapping[str, Mapping[str, tuple[str, ...]]]
"""What was typed and is no answer yet, by place: a question, or a row of one."""
HALF = "_half"


class NothingAsked(Refused):
    words = N_("The office is not waiting for an answer any more. Your case shows where it stands.")


def record(unit: Unit, case: Case, by: Actor, reason: str, fields: Sequence[str], words: Mapping[str, str]) -> UUID:
    """Write down what is asked. `words` are the reason as the person reads it, by locale."""
    request_id = new_id()
    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    db.add(
        unit, InformationRequest, id=request_id, case_id=case.id, at=unit.now, reason=reason, fields=list(fields),
        words=vault.seal(unit, case.id, InformationRequest, "words", request_id, dict(words)),
        kept=vault.seal(unit, case.id, InformationRequest, "kept", request_id, {}),
        until=timers.waits_until(unit, case, service, filed),
        account_id=by.account_id, closed_at=None,
    )  # fmt: skip
    events.record(unit, InformationAsked(case.id))
    return request_id


def opened(unit: Unit, case: Case) -> Any:
    """The request that waits for an answer, or NothingAsked."""
    found = contents.open_request(unit, case.id)
    if found is None or not case.yours or not takes(unit, case):
        raise NothingAsked(path=f"/cases/{case.reference}", link=N_("Go to your case"))
    return found


def takes(unit: Unit, case: Case) -> bool:
    """Whether an answer leads anywhere: where the person chooses between two ways, she presses one of them."""
    flow = catalogue.version(unit, case.version).workflow
    return any(way.upon == ANSWERED for way in flow.leaving(case.state))


@dataclass(frozen=True)
class Kept:
    """What waits to be sent: new answers, and what was left half done."""

    answers: Mapping[str, Any]
    half: Half


def kept(unit: Unit, case: Case, request: Any) -> Kept:
    found = _unsealed(unit, case, request)
    half = {place: _typed(typed) for place, typed in found.pop(HALF, {}).items()}
    return Kept(found, half)


def keep(unit: Unit, case: Case, request: Any, given: Mapping[str, Any], half: Half) -> None:
    """Keep new answers until all are good, and what was typed elsewhere: nobody writes or uploads a thing twice. A
    place whose `half` is empty is whole now."""
    before = _unsealed(unit, case, request)
    typed = {place: left for place, left in {**before.pop(HALF, {}), **half}.items() if left}
    whole = {**before, **given, HALF: typed}
    table = db.table(InformationRequest)
    sealed = vault.seal(unit, case.id, InformationRequest, "kept", request.id, whole)
    db.change(unit, update(table).where(table.c.id == request.id).values(kept=sealed))


def _unsealed(unit: Unit, case: Case, request: Any) -> dict[str, Any]:
    found: dict[str, Any] = vault.unseal(unit, case.id, InformationRequest, "kept", request.id, request.kept)
    return found


def _typed(typed: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in typed.items()}
