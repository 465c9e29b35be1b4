"""What a run is about once it was sent."""

from dataclasses import dataclass

from app import cases
from app.cases import Case
from app.catalogue import Run
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.towns import Town
from app.wiring.runs.cast import Cast


@dataclass(frozen=True)
class Scene:
    """A case in a town, who sent it, and who else there is."""

    town: Town
    people: Cast
    run: Run
    sender: Actor
    reference: str

    def own(self, unit: Unit) -> Case:
        return cases.own_case(unit, self.sender, self.reference)
