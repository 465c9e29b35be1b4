"""The day on which a paper came in: for the clock and for a person's term it counts, not the day it was keyed in."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from app import forms
from app.cases import law
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.views import FieldError, error_of

CAME = "came"
ASKS = forms.Form.model_validate(
    {"fields": {CAME: {"type": "date", "max": "today", "optional": "true"}}, "steps": [{"id": CAME, "ask": CAME}]}
)
FIELD = ASKS.fields[CAME]
LABEL, HINT = N_("The day the paper came in"), N_("Empty means today.")
EARLY = N_("Write the day we asked, or a later day.")


def draw(unit: Unit, locale: str, form: Form, errors: Mapping[str, forms.Problem], day: date | None = None) -> Any:
    """The question for the day, as it was typed or as it is known."""
    around = _around(unit, locale)
    typed = forms.parse(FIELD, form.texts, around).typed if form.texts else {}
    standing = forms.typed(FIELD, day.isoformat(), around) if day and not any(typed.values()) else typed
    (control,) = forms.controls(FIELD, standing, errors, _words(locale), around)
    return forms.of_another(control)


def read(unit: Unit, form: Form, locale: str) -> tuple[date | None, Mapping[str, forms.Problem]]:
    outcome = forms.parse(FIELD, form.texts, _around(unit, locale))
    return (date.fromisoformat(outcome.answer) if outcome.answer else None), outcome.errors


def errors(problems: Mapping[str, forms.Problem], locale: str) -> tuple[FieldError, ...]:
    words = _words(locale)
    label = translate(locale, LABEL)
    said = forms.sentences(FIELD, problems, words)
    return tuple(error_of(forms.html_id(name), label, sentence, locale) for name, sentence in said.items())


def moment(unit: Unit, day: date | None) -> datetime:
    """When it reached the town: now, or at noon of an earlier day."""
    zone = law.calendar(unit).zone
    if day is None or day >= law.today(unit):
        return unit.now
    return datetime.combine(day, time(12), zone).astimezone(UTC)


def day_of(unit: Unit, at: datetime) -> date:
    """The civil day of a moment in the town."""
    return law.calendar(unit).day_of(at)


def _around(unit: Unit, locale: str) -> forms.Around:
    return forms.Around(today=law.today(unit), locale=locale)


def _words(locale: str) -> forms.Words:
    said = {f"field.{CAME}.label": translate(locale, LABEL), f"field.{CAME}.hint": translate(locale, HINT)}
    return forms.Words(said.get, locale)
