"""The person answers what the office asked: just those questions, filed once more; the clock goes on."""

from collections.abc import Mapping
from typing import Any

from app import catalogue, forms, workflow
from app.cases import answers, asking, contents, law, moving, showing, stepping, submitting, wording
from app.cases.alike import indexing as likeness
from app.cases.applying import indexing as applicants
from app.cases.events import InformationAnswered
from app.cases.queries import Case
from app.kit import events
from app.kit.actor import Actor
from app.kit.db import Unit


def send(unit: Unit, case: Case, by: Actor, given: Mapping[str, Any]) -> Case:
    """Send the new answers to the marked questions: a filing of its own; the clock goes on. Nothing else changes."""
    request = asking.opened(unit, case)
    service = catalogue.version(unit, case.version)
    if request.reason != asking.HEARING:
        filed = _filed(unit, case, service, {**answers.current(unit, case.id), **given})
        shown = showing.sections(unit, wording.of_case(unit, by, case), filed, case.locale)
        applicants.index(unit, case, service, filed)
        likeness.index(unit, case, service, filed)
        submitting.file(unit, case, "answer", filed, shown, forms.digest(filed))
    moving.note_step(unit, case.id, "answered", by)
    events.record(unit, InformationAnswered(case.id))
    return stepping.move(unit, case, workflow.Event("answered"), by)


def _filed(unit: Unit, case: Case, service: catalogue.Service, whole: Mapping[str, Any]) -> dict[str, Any]:
    """What is on the way with these answers, and what was asked for beside it: a drawing that no rule needs."""
    today = law.today(unit)
    asked = {name for request in contents.requests(unit, case.id) for name in request.fields}
    kept = asked | forms.submitted(service.form, service.rules, whole, today).keys()
    return {name: whole[name] for name in service.form.fields if name in kept and whole.get(name) is not None}
