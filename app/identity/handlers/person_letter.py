"""Asking for a code by post: whatever is typed, the answer is the same."""

from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from starlette.requests import Request

from app import catalogue, forms
from app.identity.handlers.person import who
from app.identity.linking import letters, persons
from app.identity.linking.pages import ByLetter, LetterSent
from app.kit import guard
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem
from app.kit.pages import Page
from app.kit.views import FieldError

DAY = timedelta(days=1)
ASKED: forms.Field = TypeAdapter(forms.Field).validate_python(
    {"type": "person", "id": "self", "path": "self", "asks": ["born", "identifier"], "prefill": "person.self"}
)
"""What stands on a document, but for the name: that is written in too many ways."""


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    """Typed again, with what is wrong about its form; never about whom it means."""
    around, words = _around(request, unit), _words(request.path_params["locale"])
    read = forms.parse(ASKED, again.form.texts, around) if again else None
    typed, wrong = (read.typed, read.errors) if read else ({}, {})
    return ByLetter(
        errors=tuple(
            FieldError(forms.html_id(name), said) for name, said in forms.sentences(ASKED, wrong, words).items()
        ),
        fields=forms.controls(ASKED, typed, wrong, words, around),
    )


def count(request: Request, form: Form) -> None:
    """A letter costs money and a walk to the letter box."""
    guard.limit(request.state.town, "letter-of", who(request), 5, DAY)
    guard.limit(request.state.town, "letter-from", guard.client(request), 50, DAY)


def create(request: Request, form: Form, unit: Unit) -> Page:
    actor = request.state.actor
    if persons.of_account(unit, actor.account_id) is not None:
        raise persons.Linked(path="/me/person", link=N_("Who you are"))
    read = forms.parse(ASKED, form.texts, _around(request, unit))
    if read.errors or not isinstance(read.answer, Mapping):
        raise Invalid({"self": Problem(N_("Check your answers."))})
    letters.ask(unit, actor, read.answer)
    return LetterSent(letters.LIFE.days)


def _around(request: Request, unit: Unit) -> forms.Around:
    profile = catalogue.profile(unit)
    return forms.Around(
        today=unit.now.astimezone(ZoneInfo(unit.town.zone)).date(),
        locale=request.path_params["locale"],
        identifiers=tuple(kind for kind in profile["identifiers"] if kind != "none"),
    )


def _words(locale: str) -> forms.Words:
    own = {"field.self.label": translate(locale, N_("As on your document"))}
    return forms.Words(own.get, locale)
