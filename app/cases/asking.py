"""The office asks again: these questions, for this reason, until this day. The person sends just those again."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue, forms, workflow
from app.cases import answers, law, moving, queries, showing, submitting, vault
from app.cases.events import InformationAnswered, InformationAsked
from app.cases.models import InformationRequest
from app.cases.queries import Case
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

HEARING = "hearing"
REASONS = ("missing", "wrong", "outdated")


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
        until=moving.waits_until(unit, case, service, filed),
        account_id=by.account_id, closed_at=None,
    )  # fmt: skip
    events.record(unit, InformationAsked(case.id))
    return request_id


def opened(unit: Unit, case: Case) -> Any:
    """The request that waits for an answer, or NothingAsked."""
    found = queries.open_request(unit, case.id)
    if found is None or not case.yours:
        raise NothingAsked(path=f"/cases/{case.reference}", link=N_("Go to your case"))
    return found


def send(unit: Unit, case: Case, by: Actor, given: Mapping[str, Any]) -> Case:
    """Send the new answers to the marked questions: a filing of its own; the clock goes on. Nothing else changes."""
    request = opened(unit, case)
    service = catalogue.version(unit, case.version)
    if request.reason != HEARING:
        filed = _filed(unit, case, service, {**answers.current(unit, case.id), **given})
        shown = showing.sections(unit, service, filed, case.locale)
        submitting.file(unit, case, "answer", filed, shown, forms.digest(filed))
    close(unit, request.id)
    moving.note_step(unit, case.id, "answered", by)
    events.record(unit, InformationAnswered(case.id))
    return moving.move(unit, case, workflow.Event("answered"), by)


def _filed(unit: Unit, case: Case, service: catalogue.Service, whole: Mapping[str, Any]) -> dict[str, Any]:
    """What is on the way with these answers, and what was asked for beside it: a drawing that no rule needs."""
    today = law.calendar(unit).day_of(unit.now)
    asked = {name for request in queries.requests(unit, case.id) for name in request.fields}
    kept = asked | forms.submitted(service.form, service.rules, whole, today).keys()
    return {name: whole[name] for name in service.form.fields if name in kept and whole.get(name) is not None}


def close(unit: Unit, request_id: UUID) -> None:
    table = db.table(InformationRequest)
    db.change(unit, update(table).where(table.c.id == request_id).values(closed_at=unit.now))
