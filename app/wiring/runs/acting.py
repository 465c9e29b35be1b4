"""What happens to a case in a run after it was sent, step by step."""

from app import catalogue, workflow
from app.catalogue.marked import Path
from app.catalogue.runs import Act, Assign, Confirm, Expect, Note, Step, Wait, Write
from app.kit import db
from app.kit.db import Unit
from app.kit.errors import Problem
from app.kit.i18n import translate
from app.wiring.runs import barriers, clerks, others, persons
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.scene import Scene


def do(scene: Scene, step: Step, path: Path) -> None:
    """Take a step; Amiss says why it cannot be taken, or what else is the case."""
    try:
        match step:
            case Expect():
                _look(scene, step.state, path)
            case Act():
                _act(scene, step, path)
            case Assign():
                clerks.assign(scene, step, path)
            case Note():
                clerks.note(scene, step, path)
            case Write():
                persons.write(scene, step) if _by_sender(scene, step.by) else clerks.write(scene, step, path)
            case Confirm():
                others.confirm(scene, step, path)
            case Wait():
                raise TypeError("time passes outside")
    except Problem as refused:
        raise Amiss(path, translate("en", refused.words, **refused.values)) from None


def _look(scene: Scene, state: str, path: Path) -> None:
    with db.read(scene.town) as unit:
        found = scene.own(unit).state
    if found != state:
        raise Amiss(path, f"The case is “{found}” now, not “{state}”. Mend the step, or what comes before it.")


def _act(scene: Scene, step: Act, path: Path) -> None:
    with db.read(scene.town) as unit:
        way = _way(unit, scene, step, path)
    if way.by and not way.by_person:
        clerks.press(scene, step, way, path)
        return
    if way.upon in barriers.UPON:
        barriers.happen(scene, step, way.upon, path)
        return
    if not _by_sender(scene, step.by):
        raise Amiss(path, f"Only who sent the case can do “{step.act}”. Take `by` out.")
    if way.by_person:
        persons.press(scene, step, way, path)
    elif way.upon:
        persons.answer(scene, step, path)
    else:
        raise Amiss(path, f"“{step.act}” comes by itself. Wait for it instead.")


def _way(unit: Unit, scene: Scene, step: Act, path: Path) -> workflow.Transition:
    flow = catalogue.version(unit, scene.own(unit).version).workflow
    way = flow.transition(step.act)
    if way is None:
        names = ", ".join(each.id for each in flow.transitions)
        raise Amiss(path, f"The workflow has no transition “{step.act}”. Use one of: {names}.")
    return way


def _by_sender(scene: Scene, key: str | None) -> bool:
    return key is None or key == scene.run.script.as_.person
