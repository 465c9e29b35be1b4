"""What the register knows about the person of a case, as rules of advice ask for it."""

from collections.abc import Mapping
from typing import Any

from app import catalogue, people
from app.cases import answers
from app.cases.queries import Case
from app.kit.db import Unit


def facts(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> dict[str, Any]:
    """By name; what the register does not know is missing."""
    record = people.record(unit, case.person_id) if case.person_id else None
    if record is None:
        return {"register.known": False}
    found: dict[str, Any] = {"register.known": True}
    if record.named is not None:
        found["register.born"] = record.named.value["born"]
        wrote = _wrote(service, filed)
        if wrote:
            found["register.agrees"] = _agree(wrote, record.named.value)
    if record.address is not None:
        found["register.lives_here"] = bool(record.address.value.get("in_town"))
        found["register.lives_since"] = record.address.since.isoformat()
    return found


def _wrote(service: catalogue.Service, filed: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer to the question that asks who the person is."""
    asked = (filed.get(name) for name, field in service.form.fields.items() if field.prefill == answers.SELF)
    wrote = next(asked, None)
    return wrote if isinstance(wrote, dict) else {}


def _agree(wrote: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether everything that both have is the same, but for case and spaces."""
    pairs = [(wrote.get(part), known.get(part)) for part in ("name", "born")]
    pairs.append((_number(wrote), _number(known)))
    return all(_plain(own) == _plain(register) for own, register in pairs if own and register)


def _number(value: Mapping[str, Any]) -> object:
    identifier = value.get("identifier")
    return identifier.get("value") if isinstance(identifier, dict) else None


def _plain(value: object) -> list[str]:
    return str(value).casefold().split()
