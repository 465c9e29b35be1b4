"""What a browser sent, read into a typed input or answered with errors that say what to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from email_validator import EmailNotValidError, validate_email

from app.kit.blobs import Received
from app.kit.i18n import N_, translate

Errors = Mapping[str, "Problem"]
T = TypeVar("T")

LONGEST = 20_000
"""Characters one text may have before it is refused unread."""
UNREADABLE = "\x00\ufffd"
"""What no database keeps, and what stands where bytes were no text."""


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


class Mistakes:
    """Several answers are read, and all that is wrong is told at once: `read` each, then `tell`."""

    def __init__(self) -> None:
        self.found: dict[str, Problem] = {}

    def read(self, ask: Callable[[], T], otherwise: T) -> T:
        """What `ask` reads, or `otherwise` where it is wrong."""
        try:
            return ask()
        except Invalid as problem:
            self.found.update(problem.errors)
            return otherwise

    def tell(self) -> None:
        """Raise Invalid where something was wrong."""
        if self.found:
            raise Invalid(self.found)


@dataclass(frozen=True)
class Form:
    """A form as it was sent: every text with all its values in order, and the files, already received as blobs."""

    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Sequence[Received]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The first value, or ""."""
        values = self.texts.get(name)
        return values[0] if values else ""

    @property
    def file_names(self) -> Mapping[str, Sequence[str]]:
        """What the files were called, by field."""
        return {name: [file.name for file in files] for name, files in self.files.items()}


@dataclass(frozen=True)
class Again:
    """The same page once more: what was typed, and what is wrong with it."""

    form: Form
    errors: Errors


def text(form: Form, name: str, *, required: str = "", most: int = LONGEST) -> str:
    """One text, trimmed. `required` is the sentence for a missing one; `most` its length in characters."""
    clean = form.get(name).strip()
    if required and not clean:
        raise Invalid({name: Problem(required)})
    if len(clean) > most:
        raise Invalid({name: Problem(N_("This text is too long. Use at most %(most)s characters."), {"most": most})})
    if any(c in UNREADABLE or "\ud800" <= c <= "\udfff" for c in clean):
        raise Invalid({name: Problem(N_("This text has a character that we cannot read. Type it again."))})
    return clean


def email(form: Form, name: str = "email", *, required: str) -> str:
    """An address in its one form, or an error that says what is missing."""
    typed = text(form, name, required=required, most=254)
    try:
        return validate_email(typed, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        wrong = Problem(N_("This is not a whole e-mail address. Check it, for example name@example.com."))
        raise Invalid({name: wrong}) from None


def one_of(form: Form, name: str, options: Sequence[Any], *, required: str) -> str:
    """One of a closed list."""
    value = text(form, name, required=required)
    if value not in options:
        raise Invalid({name: Problem(required)})
    return value
