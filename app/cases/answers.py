"""The answers of a case as they stand now, and what rules say about them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app import catalogue
from app.cases import contents, law, vault
from app.cases.models import Filing
from app.kit.db import Unit
from app.kit.rules import evaluate

Answers = dict[str, Any]


def current(unit: Unit, case_id: UUID) -> Answers:
    """Those of the latest filing: the submission, or the answers to a request, which hold all others too."""
    read = ("answers", case_id)
    if unit.writes or read not in unit.known:
        latest = contents.filings(unit, case_id)[-1]
        unit.known[read] = vault.unseal(unit, case_id, Filing, "answers", latest.id, latest.answers)
    return dict(unit.known[read])


def truth(
    unit: Unit, service: catalogue.Service, answers: Mapping[str, Any], day: date | None = None
) -> Callable[[str], bool]:
    """Whether a named rule of the package holds for these answers on a day of the town (today)."""
    on = day or law.today(unit)

    def holds(name: str) -> bool:
        return evaluate(service.rules[name], answers, on)

    return holds


def of_type(service: catalogue.Service, answers: Mapping[str, Any], kind: str) -> Any:
    """The first answer to a field of this type (a guest's e-mail address, phone, address), or None."""
    for name, field in service.form.fields.items():
        if field.type == kind and answers.get(name):
            return answers[name]
    return None


SELF, NAME = "person.self", "person.name"


def sender(service: catalogue.Service, answers: Mapping[str, Any]) -> str:
    """The name of who sent it, as she wrote it: often not the one whom the case concerns. Else the subject's."""
    return str(sender_answer(service, answers).get("name") or subject(service, answers))


def sender_answer(service: catalogue.Service, answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer to the question that asks who sends it; empty where none does."""
    for name, field in service.form.fields.items():
        value = answers.get(name)
        if field.prefill == SELF and isinstance(value, dict) and value.get("name"):
            return value
    return {}


def subject(service: catalogue.Service, answers: Mapping[str, Any]) -> str:
    """The name of the person the case concerns, as it was written; "" where nobody's name was asked for."""
    for name in (service.subject, *service.form.fields):
        field = service.form.fields.get(name)
        value = answers.get(name)
        if field is not None and field.type == "person" and isinstance(value, dict) and value.get("name"):
            return str(value["name"])
    named = (name for name, field in service.form.fields.items() if field.prefill == NAME and filed_text(answers, name))
    return filed_text(answers, next(named, ""))


def filed_text(answers: Mapping[str, Any], name: str) -> str:
    value = answers.get(name)
    return value.strip() if isinstance(value, str) else ""
