"""What becomes of a barrier in a run: placed and mended at the desk, tried again by who reported it."""

from app import cases
from app.cases import Case
from app.catalogue.marked import Path
from app.catalogue.runs import Act
from app.codesign import places, triaging, trying
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.wiring.runs import clerks
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.scene import Scene

PLACED, MENDED = "placed", "mended"
ANSWERS = {"works_now": trying.WORKS, "still_there": trying.STILL}
UPON = frozenset({PLACED, MENDED, *ANSWERS})
"""The events that only barriers know."""


def happen(scene: Scene, step: Act, event: str, path: Path) -> None:
    if event in ANSWERS:
        with db.write(scene.town) as unit:
            trying.answer(unit, scene.own(unit), scene.sender, ANSWERS[event])
        return

    def deed(unit: Unit, actor: Actor, case: Case) -> None:
        if event == PLACED:
            criterion = _said(step, "criterion", path)
            component = _said(step, "component", path)
            triaging.place(unit, case, actor, component, "" if criterion == places.NONE else criterion)
        else:
            triaging.mend(unit, case, actor, _said(step, "release", path))
        cases.changed(unit, actor, case, event)

    clerks.at_the_desk(scene, step.by or "", (*path, "by"), deed)


def _said(step: Act, name: str, path: Path) -> str:
    if name not in step.details:
        raise Amiss((*path, "details"), f"This step needs `{name}` among its details. Add it.")
    return step.details[name]
