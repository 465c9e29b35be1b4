"""A run's beginning: the form is filled in from its first question to the last, checked and sent."""

from typing import Any
from uuid import UUID

from app import cases, catalogue, forms
from app.cases import Case, drafts, queries, showing
from app.catalogue import Run, Service
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.towns import Town
from app.wiring.runs import reading
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.cast import Cast, sender
from app.wiring.runs.reading import Files

ANSWERS = "answers"


def send(town: Town, people: Cast, service_id: str, run: Run) -> tuple[Actor, Case]:
    """The sender, and the case that was recorded. Amiss when the form asks or takes something else."""
    with db.read(town) as unit:
        service = _service(unit, service_id)
    files = reading.receive(town, run, service.form, run.script.answers, (ANSWERS,), frozenset())
    with db.write(town) as unit:
        actor = sender(unit, people, run.script.as_)
        draft_id = drafts.begin(unit, actor, service)
        answers = _fill(unit, actor, service, draft_id, run, files)
        case = cases.submit(unit, actor, draft_id, forms.digest(answers))
    return actor, case


def _service(unit: Unit, service_id: str) -> Service:
    service = catalogue.service(unit, service_id)
    assert service is not None, "the town holds every package of its folder"
    return service


def _fill(unit: Unit, actor: Actor, service: Service, draft_id: UUID, run: Run, files: Files) -> dict[str, Any]:
    """Answer each question on the way; what will be sent."""
    given: dict[str, Any] = {}
    while True:
        around = showing.around(unit, service, actor.locale, given)
        step = forms.first_unanswered(service.form, service.rules, given, around.today)
        if step is None:
            break
        draft = queries.own_draft(unit, actor, draft_id)
        given[step.ask] = _answer(unit, service, draft, step.ask, run, around, files)
        if service.form.fields[step.ask].type == "file":
            reading.attach(unit, draft_id, given[step.ask], files.get(step.ask, ()))
        drafts.save(unit, draft, {step.ask: given[step.ask]})
    for name in run.script.answers:
        if name not in given:
            raise Amiss((ANSWERS, name), f"The form does not ask “{name}” here. Take the answer out.")
    for name in forms.recheck(service.form, service.rules, given, around):
        raise Amiss((ANSWERS,), f"The answer to “{name}” was taken, and is refused when it is checked again.")
    return forms.submitted(service.form, service.rules, given, around.today)


def _answer(unit: Unit, service: Service, draft: Any, name: str, run: Run, around: forms.Around, files: Files) -> Any:
    """What the run says, else what the town knows, else nothing where nothing is needed."""
    field = service.form.fields[name]
    if name in run.script.answers:
        value = run.script.answers[name]
        answer = reading.read(unit, service, field, value, around, files, (ANSWERS, name))
    else:
        known = drafts.known(unit, draft, name)
        answer = reading.read(unit, service, field, known, around, files, (ANSWERS,)) if known is not None else None
    if answer is None and field.required:
        raise Amiss((ANSWERS,), f"The form asks “{name}” here and the run has no answer. Add it.")
    return answer
