"""The rows of a group, each on a page of its own: in a form that is being filled in, and in an answer to the office."""

from collections.abc import Mapping

from app import forms
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.ids import new_id
from app.kit.inputs import Form
from app.kit.views import FieldError

NEW = "new"


def standing(group: forms.Group, row_id: str, around: forms.Around) -> Mapping[str, tuple[str, ...]]:
    """What the page of a row shows before anything is typed; NotFound when there is no such row."""
    row = _find(group, row_id, around)
    if row is None and row_id != NEW:
        raise NotFound
    return forms.typed_row(group, row or {}, around)


def called(group: forms.Group, row_id: str, around: forms.Around, words: forms.Words, locale: str) -> str:
    """The question with the number of the row, so that its page is told from the others and from the list."""
    known = [str(row["_id"]) for row in around.answers.get(group.id) or ()]
    number = known.index(row_id) + 1 if row_id in known else len(known) + 1
    return translate(locale, N_("%(question)s (number %(number)s)"), question=words.label(group.path), number=number)


def read(group: forms.Group, form: Form, row_id: str, around: forms.Around) -> forms.Outcome:
    """All rows of the group with what was sent for this one. A row that was removed meanwhile comes back."""
    known = _find(group, row_id, around) is not None
    return forms.put_row(group, form.texts, around, row_id if known else new_id())


def errors(group: forms.Group, problems: Mapping[str, forms.Problem], words: forms.Words) -> tuple[FieldError, ...]:
    """Each error with its input; that there are too many rows is at no input of this one."""
    said = forms.sentences(group, problems, words)
    return tuple(
        FieldError("" if name == group.id else forms.html_id(name), sentence) for name, sentence in said.items()
    )


def _find(group: forms.Group, row_id: str, around: forms.Around) -> Mapping[str, object] | None:
    rows = around.answers.get(group.id) or ()
    return next((row for row in rows if row["_id"] == row_id), None)
