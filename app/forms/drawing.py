"""What every type needs to make its controls: values as typed, sentences for errors, ids that belong together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.forms.asking import Common
from app.forms.controls import Box, html_id
from app.forms.reading import Around, Problem, Typed
from app.forms.words import Words
from app.kit.i18n import N_


@dataclass(frozen=True)
class Drawing:
    """One field being drawn. `errors` are by HTML name, as an Outcome has them."""

    field: Common
    typed: Typed
    errors: Mapping[str, Problem]
    words: Words
    around: Around

    @property
    def path(self) -> str:
        return self.field.path or self.field.id

    @property
    def label(self) -> str:
        label = self.words.label(self.path)
        return self.words.say(N_("%(label)s (optional)"), label=label) if self.field.optional else label

    def hint(self, otherwise: str = "") -> str:
        return self.words.own(self.path, "hint", otherwise)

    def value(self, name: str) -> str:
        values = self.typed.get(name, ())
        return values[0] if values else ""

    def error(self, kind: str, name: str, part: str = "") -> str:
        """The sentence of an input; the package's own words for a `part` have keys like field.owner.born.error.max."""
        problem = self.errors.get(name)
        path = f"{self.path}.{part}" if part else self.path
        return self.words.error(path, kind, problem) if problem else ""

    def described(self, name: str, hint: str, error: str) -> tuple[str, ...]:
        """Ids of the hint and the error of a control of its own."""
        base = html_id(name)
        return ((f"{base}-hint",) if hint else ()) + ((f"{base}-error",) if error else ())

    def box(self, kind: str, name: str, label: str, hint: str = "", *, part: str = "", **more: Any) -> Box:
        """An input with its own hint and error."""
        error = self.error(kind, name, part)
        return Box(
            id=html_id(name), name=name, label=label, hint=hint, error=error, value=self.value(name),
            invalid=bool(error), described=self.described(name, hint, error), **more,
        )  # fmt: skip

    def token(self, otherwise: str) -> str:
        """The autocomplete token: the field's own, else the usual one of its type."""
        return self.field.autocomplete or otherwise
