"""Somebody who is named in a case, and says on her own page whether it is so."""

from app.cases import confirmations
from app.catalogue.marked import Path
from app.catalogue.runs import Confirm
from app.kit import db
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.cast import account
from app.wiring.runs.scene import Scene


def confirm(scene: Scene, step: Confirm, path: Path) -> None:
    with db.write(scene.town) as unit:
        actor = account(unit, scene.people, step.confirm, (*path, "confirm"))
        asked = [each for each in confirmations.waiting(unit, actor, "en") if each.case_id == scene.own(unit).id]
        if not asked:
            raise Amiss((*path, "confirm"), f"“{step.confirm}” is not asked here, or has said it. Take the step out.")
        confirmations.answer(unit, actor, asked[0].id, step.says == "yes")
