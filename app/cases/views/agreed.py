"""The day of a visit that was chosen in the form, where the service has a clock beside it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app import catalogue
from app.cases import answers, law
from app.cases.queries import Brief, Case
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate

PLACE = "agreed"
"""How a package names it in what a state means and in a message: a sentence, empty where no day was chosen."""


def within(unit: Unit, case: Case | Brief, service: catalogue.Service, words: str, locale: str) -> str:
    """What a state means, with the day in its place."""
    if f"{{{PLACE}}}" not in words:
        return words
    said = sentence(unit, case, service, answers.current(unit, case.id), locale)
    return words.replace(f"{{{PLACE}}}", said) if said else _without(words)


def _without(words: str) -> str:
    return words.replace(f" {{{PLACE}}}", "").replace(f"{{{PLACE}}}", "")


def sentence(unit: Unit, case: Case | Brief, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> str:
    """When somebody comes; "" once the day is over or the case is closed, and where the day is all that is promised."""
    if case.agreed is not None or case.closed_at is not None:
        return ""
    for name, field in service.form.fields.items():
        if field.type == "date" and field.choose is not None and filed.get(name):
            day = date.fromisoformat(filed[name])
            words = translate(locale, N_("The agreed day is %(day)s."), day=format_day(day, locale, "full"))
            return words if day >= law.today(unit) else ""
    return ""
