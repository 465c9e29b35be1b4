"""The person's side of a run: answering, being heard, writing, withdrawing."""

from typing import Any

from app import cases, catalogue, workflow
from app.cases import Case, addressees, answers, asking, choosing, messaging, queries, showing, withdrawing
from app.cases.answering import send as send_answers
from app.cases.rights import opening, serving
from app.catalogue import Service
from app.catalogue.marked import Path
from app.catalogue.runs import Act, Write
from app.kit import db
from app.kit.db import Unit
from app.wiring.runs import reading
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.reading import Files
from app.wiring.runs.scene import Scene


def write(scene: Scene, step: Write) -> None:
    with db.write(scene.town) as unit:
        case = scene.own(unit)
        messaging.write(unit, case, scene.sender, addressees.person_name(unit, case), step.write, ours=False)


def open_what_waits(scene: Scene) -> None:
    """Whoever sent it opens the notification that was made available meanwhile."""
    with db.read(scene.town) as unit:
        case = scene.own(unit)
        waits = serving.waiting(unit, case.id)
    if waits is not None:
        with db.write(scene.town) as unit:
            opening.answer(unit, scene.sender, case, waits, serving.OPENED)


def press(scene: Scene, step: Act, way: workflow.Transition, path: Path) -> None:
    """Take it back, or choose what is offered."""
    with db.read(scene.town) as unit:
        ends = catalogue.version(unit, scene.own(unit).version).workflow.states[way.to].final
    if ends == choosing.WITHDRAWN:
        _withdraw(scene, way, path)
    else:
        _choose(scene, step, way)


def _withdraw(scene: Scene, way: workflow.Transition, path: Path) -> None:
    with db.write(scene.town) as unit:
        case = scene.own(unit)
        offered = withdrawing.withdrawal(unit, case)
        if offered is not None and offered.id != way.id:
            raise Amiss(path, f"The person is offered “{offered.id}” here, not “{way.id}”. Mend the step.")
        cases.withdraw(unit, case, scene.sender)


def _choose(scene: Scene, step: Act, way: workflow.Transition) -> None:
    """Decide what the workflow lets her decide, and say what there is to say."""
    with db.write(scene.town) as unit:
        case = scene.own(unit)
        choosing.choose(unit, case, scene.sender, way.id, case.entries)
        if step.message:
            messaging.write(unit, case, scene.sender, addressees.person_name(unit, case), step.message, ours=False)


def answer(scene: Scene, step: Act, path: Path) -> None:
    """Send what was asked for, and nothing else."""
    with db.read(scene.town) as unit:
        case = scene.own(unit)
        asked = asking.opened(unit, case)
        service = catalogue.version(unit, case.version)
        before = answers.current(unit, case.id)
    if asked.reason == asking.HEARING:
        _heard(scene, step, path)
        return
    if set(step.answers) != set(asked.fields):
        raise Amiss(
            (*path, "answers"), f"These questions are asked again: {', '.join(asked.fields)}. Answer just them."
        )
    at = (*path, "answers")
    kept = frozenset(file["name"] for name in asked.fields for file in _files(service, before, name))
    files = reading.receive(scene.town, scene.run, service.form, step.answers, at, kept)
    with db.write(scene.town) as unit:
        case = queries.locked(unit, case.id)
        given = {name: _read(unit, case, service, before, name, step.answers[name], files, at) for name in step.answers}
        send_answers(unit, case, scene.sender, given)


def _heard(scene: Scene, step: Act, path: Path) -> None:
    if not step.message:
        raise Amiss(path, "The person is asked what she wants to say. Add `message`.")
    with db.write(scene.town) as unit:
        case = queries.locked(unit, scene.own(unit).id)
        messaging.write(unit, case, scene.sender, addressees.person_name(unit, case), step.message, ours=False)
        send_answers(unit, case, scene.sender, {})


def _read(
    unit: Unit, case: Case, service: Service, before: dict[str, Any], name: str, value: Any, files: Files, at: Path
) -> Any:
    around = showing.around(unit, service, case.locale, before)
    answer = reading.read(unit, service, service.form.fields[name], value, around, files, (*at, name))
    if service.form.fields[name].type == "file":
        reading.attach(unit, case.id, answer, files.get(name, ()))
    return answer


def _files(service: Service, before: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return before.get(name) or [] if service.form.fields[name].type == "file" else []
