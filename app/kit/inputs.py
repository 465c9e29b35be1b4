"""What a browser sent, read into a typed input or answered with errors that say what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData

from app.kit.i18n import N_, translate

Errors = Mapping[str, "Problem"]

LONGEST = 20_000
"""Characters one text may have before it is refused unread."""


@dataclass(frozen=True)
class Problem:
    """One error: an English sentence that is a message id, and its values."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def say(self, locale: str) -> str:
        return translate(locale, self.message, **self.values)


class Invalid(Exception):
    """What was sent cannot be used; nothing has changed. The page is shown again with these errors."""

    def __init__(self, errors: Errors) -> None:
        super().__init__(", ".join(errors))
        self.errors = errors


@dataclass(frozen=True)
class Again:
    """The same page once more: what was typed, and what is wrong with it."""

    form: FormData
    errors: Errors

    def typed(self, name: str) -> str:
        value = self.form.get(name)
        return value if isinstance(value, str) else ""

    def raw(self) -> dict[str, list[str]]:
        return raw(self.form)


def raw(form: FormData) -> dict[str, list[str]]:
    """Every text field with all its values, in order; files are left out."""
    found: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value)
    return found


def text(form: FormData, name: str, *, required: str = "", most: int = LONGEST) -> str:
    """One text, trimmed. `required` is the sentence for a missing one; `most` its length in characters."""
    value = form.get(name)
    clean = value.strip() if isinstance(value, str) else ""
    if required and not clean:
        raise Invalid({name: Problem(required)})
    if len(clean) > most:
        raise Invalid({name: Problem(N_("This text is too long. Use at most %(most)s characters."), {"most": most})})
    if "\x00" in clean or any("\ud800" <= c <= "\udfff" for c in clean):
        raise Invalid({name: Problem(N_("This text has a character that we cannot read. Type it again."))})
    return clean


def one_of(form: FormData, name: str, options: Sequence[Any], *, required: str) -> str:
    """One of a closed list."""
    value = text(form, name, required=required)
    if value not in options:
        raise Invalid({name: Problem(required)})
    return value
