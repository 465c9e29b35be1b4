"""Answers that a clerk must not see: the phone of who is never to be called, the address of who is protected."""

from collections.abc import Collection, Mapping
from typing import Any

from app import catalogue
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit
from app.people import caring, needing

PHONE, ADDRESS = "phone", "address"


def types(unit: Unit, case: Case, actor: Actor | None) -> frozenset[str]:
    """Types of questions whose answers are kept back from this actor; from nobody in particular, what is kept back from
    most."""
    told = needing.names(unit, needing.Whose(case.person_id, case.account_id))
    back = {
        PHONE: needing.NEVER_CALL in told,
        ADDRESS: caring.hides_address(unit, case.person_id, actor),
    }
    return frozenset(kind for kind, kept in back.items() if kept)


def without(service: catalogue.Service, filed: Mapping[str, Any], kept: Collection[str]) -> Mapping[str, Any]:
    """The answers without those, and without groups that have one: who must not see them finds none."""
    return {name: answer for name, answer in filed.items() if not is_kept(service, name, kept)}


def is_kept(service: catalogue.Service, name: str, kept: Collection[str]) -> bool:
    field: Any = service.form.fields.get(name)
    if field is None or not kept:
        return False
    return bool({field.type, *(each.type for each in getattr(field, "fields", {}).values())} & {*kept})
