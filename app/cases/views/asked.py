"""What the office asked the person and waits for, as the clerk reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app import catalogue
from app.cases import contents, decisions, showing, vault
from app.cases.models import InformationRequest
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, direction, lang_tag, translate

REASONS = {
    "missing": N_("Something is missing."),
    "wrong": N_("Something does not fit."),
    "outdated": N_("Something is out of date."),
}


@dataclass(frozen=True)
class Asked:
    """Why, which questions, and in which words; `lang` and `dir` are "" where the words are in the page's language. A
    hearing has words alone."""

    reason: str
    questions: tuple[str, ...]
    words: tuple[str, ...]
    lang: str
    dir: str


def asked(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> Asked | None:
    """None while nothing waits for the person."""
    row = contents.open_request(unit, case.id) if case.yours else None
    if row is None:
        return None
    spoken, words = said(unit, case, row, (locale, *decisions.languages(unit, case)))
    label, fields = showing.words(unit, service, locale).label, service.form.fields
    return Asked(
        reason=translate(locale, REASONS[row.reason]) if row.reason in REASONS else "",
        questions=tuple(label(fields[name].path) for name in row.fields if name in fields),
        words=words,
        lang=lang_tag(spoken) if spoken not in ("", locale) else "",
        dir=direction(spoken) if spoken not in ("", locale) else "",
    )


def said(unit: Unit, case: Case, row: Any, wanted: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The first of the wanted languages in which the office wrote ("" for none), and its words, line by line."""
    words: dict[str, str] = vault.unseal(unit, case.id, InformationRequest, "words", row.id, row.words)
    spoken = next((each for each in wanted if words.get(each)), "")
    return spoken, tuple(words.get(spoken, "").splitlines())
