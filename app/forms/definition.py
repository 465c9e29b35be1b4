"""The `form` part of a service package: fields, steps that ask them, sections."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field as Setting
from pydantic import model_validator

from app.forms.asking import Id, Strict, named
from app.forms.fields import Field
from app.forms.kinds import kinds_of
from app.kit.rules import Kind


class Step(Strict):
    """One page. `when` is a rule, or the name of one; without it the step is always reached."""

    id: Id
    ask: Id
    when: str | dict[str, Any] | None = None


class Section(Strict):
    id: Id
    steps: tuple[Id, ...]


class Form(Strict):
    fields: Annotated[dict[Id, Annotated[Field, Setting(discriminator="type")]], Setting(min_length=1)]
    steps: Annotated[tuple[Step, ...], Setting(min_length=1)]
    sections: tuple[Section, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _name(cls, data: Any) -> Any:
        return named(data, "")

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)

    def asked(self, step: Step) -> Field:
        """The field a step asks."""
        return self.fields[step.ask]

    def kinds(self) -> Mapping[str, Kind]:
        """What rules may say about each field, parts by dotted name."""
        return self._kinds

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return {name: kind for field in self.fields.values() for name, kind in kinds_of(field).items()}
