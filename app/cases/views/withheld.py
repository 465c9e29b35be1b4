"""Answers that are kept back: from clerks the phone of who is never to be called, from all but the named function and
herself the address of who is protected. What is printed shows it to nobody: paper lies about."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app import catalogue
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
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


def from_reader(unit: Unit, case: Case, actor: Actor) -> frozenset[str]:
    """The same on the person's side: she reads her own, signed in as herself; not whoever acts for her, sent it for
    her, or follows the case by a code that was found."""
    hers = actor.person_id is not None and actor.person_id == case.person_id
    return frozenset() if hers else from_paper(unit, case)


def from_paper(unit: Unit, case: Case) -> frozenset[str]:
    """The same of what is printed, or issued to be shown to others."""
    return frozenset({ADDRESS}) if caring.hides_address(unit, case.person_id, None) else frozenset()


def names(service: catalogue.Service, kept: Collection[str]) -> frozenset[str]:
    """The questions whose answers are kept back."""
    return frozenset(name for name in service.form.fields if is_kept(service, name, kept))


def masked(
    service: catalogue.Service, shown: Sequence[dict[str, Any]], kept: Collection[str], locale: str
) -> list[dict[str, Any]]:
    """Sections as they were kept at filing, the answers that are kept back replaced by a word that says so."""
    hidden, said = names(service, kept), [[[translate(locale, N_("Protected")), False]]]
    return [
        section | {"lines": [line | {"answer": said} if line["field"] in hidden else line for line in section["lines"]]}
        for section in shown
    ]


def without(service: catalogue.Service, filed: Mapping[str, Any], kept: Collection[str]) -> Mapping[str, Any]:
    """The answers without those, and without groups that have one: who must not see them finds none."""
    return {name: answer for name, answer in filed.items() if not is_kept(service, name, kept)}


def is_kept(service: catalogue.Service, name: str, kept: Collection[str]) -> bool:
    field: Any = service.form.fields.get(name)
    if field is None or not kept:
        return False
    return bool({field.type, *(each.type for each in getattr(field, "fields", {}).values())} & {*kept})
