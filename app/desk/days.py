"""A day that staff write into a form: drawn and read as the days of the town's own forms are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app import forms
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem
from app.kit.views import FieldError


def plain(
    name: str, words: str, locale: str, today: date, again: Again | None, *, optional: bool = False
) -> Sequence[Any]:
    """The controls of a day whose hint is no more than an example."""
    hint = translate(locale, N_("For example, %(day)s"), day=example(locale, today))
    return drawn(name, translate(locale, words), hint, locale, today, again, optional=optional)


def drawn(
    name: str, label: str, hint: str, locale: str, today: date, again: Again | None, *, optional: bool = False
) -> Sequence[Any]:
    """The controls of a day; an error of one of its inputs stands at the group."""
    form, errors = (again.form, again.errors) if again else (Form(), {})
    said = [problem.say(locale) for html, problem in errors.items() if _belongs(html, name)]
    wrong = {html: forms.Problem("own") for html in errors if _belongs(html, name)}
    texts = {"label": label, "hint": hint, "error.own": said[0] if said else ""}
    own: dict[str, str] = {f"field.{name}.{key}": text for key, text in texts.items()}
    words = forms.Words(lambda key: own.get(key), locale)
    typed = {html: tuple(values) for html, values in form.texts.items()}
    return forms.controls(_field(name, optional), typed, wrong, words, forms.Around(today=today, locale=locale))


def read(form: Form, name: str, locale: str, today: date) -> date:
    """The day that was written, or Invalid."""
    field = _field(name)
    outcome = forms.parse(field, form.texts, forms.Around(today=today, locale=locale))
    if outcome.errors:
        words = forms.Words(lambda key: None, locale)
        raise Invalid({html: Problem(said) for html, said in forms.sentences(field, outcome.errors, words).items()})
    return date.fromisoformat(str(outcome.answer))


def read_if_written(form: Form, name: str, locale: str, today: date) -> date | None:
    written = any(form.get(f"{name}.{part}").strip() for part in ("day", "month", "year"))
    return read(form, name, locale, today) if written else None


def wrong(name: str, locale: str, message: str, **values: object) -> Invalid:
    """The day is one, but not one that will do."""
    return Invalid({f"{name}.{'year' if locale == 'zh-Hant' else 'day'}": Problem(message, values)})


def errors(again: Again | None, locale: str, *names: str) -> tuple[FieldError, ...]:
    """For the summary, whose links go to the first wrong input of a day."""
    return tuple(
        FieldError(forms.html_id(html) if any(_belongs(html, name) for name in names) else html, problem.say(locale))
        for html, problem in (again.errors.items() if again else ())
    )


def example(locale: str, day: date) -> str:
    """How a day that will do is written into the three inputs; its parts stay together and change places in no text."""
    parts = (day.day, day.month, day.year)
    return "\N{NO-BREAK SPACE}".join(map(str, reversed(parts) if locale == "zh-Hant" else parts))


def _belongs(html: str, name: str) -> bool:
    return html == name or html.startswith(f"{name}.")


def _field(name: str, optional: bool = False) -> forms.Field:
    whole = {"fields": {name: {"type": "date", "optional": optional}}, "steps": [{"id": name, "ask": name}]}
    return forms.Form.model_validate(whole).fields[name]
