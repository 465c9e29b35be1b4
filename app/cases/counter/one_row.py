"""One row of a question that repeats, on a page of its own, while a form is filled in for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app import forms
from app.cases import drafts, rows
from app.cases.counter.dense import Dense
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.inputs import Form
from app.kit.views import FieldError

NEW = rows.NEW


@dataclass(frozen=True)
class OneRow:
    dense: Dense
    group: forms.Group
    id: str

    @property
    def question(self) -> str:
        return rows.called(self.group, self.id, self.dense.around, self.dense.words, self.dense.around.locale)

    def standing(self, again: Form | None) -> Mapping[str, tuple[str, ...]]:
        if again:
            return rows.read(self.group, again, self.id, self.dense.around).typed
        return rows.standing(self.group, self.id, self.dense.around)

    def read(self, form: Form) -> forms.Outcome:
        return rows.read(self.group, form, self.id, self.dense.around)

    def draw(self, typed: Mapping[str, tuple[str, ...]], errors: Mapping[str, forms.Problem]) -> tuple[Any, ...]:
        drawn = forms.row_controls(self.group, typed, errors, self.dense.words, self.dense.around)
        return tuple(forms.of_another(control) for control in drawn)

    def errors(self, errors: Mapping[str, forms.Problem]) -> tuple[FieldError, ...]:
        return rows.errors(self.group, errors, self.dense.words)

    def keep(self, unit: Unit, outcome: forms.Outcome) -> None:
        """Keep the rows with this one; what was typed elsewhere on the page stays as it was left."""
        half = drafts.content(unit, self.dense.held.draft).get(drafts.TYPED, {})
        drafts.save(unit, self.dense.held.draft, {self.group.id: outcome.answer, drafts.TYPED: half})


def one_row(dense: Dense, field: str, row: str) -> OneRow:
    """The row of a question that is asked now, or NotFound."""
    group = dense.held.service.form.fields.get(field)
    if not isinstance(group, forms.Group) or field not in dense.way:
        raise NotFound
    return OneRow(dense, group, row)
