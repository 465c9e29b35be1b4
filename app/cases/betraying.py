"""Documents that were issued before an address was protected, and say it."""

from collections.abc import Collection
from typing import Any

from markupsafe import escape

from app import catalogue, documents, people
from app.cases import contents, vault
from app.cases.models import Filing
from app.cases.queries import Case
from app.cases.views import withheld
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_


class Betrays(Refused):
    words = N_("This document holds a protected address. Only a supervisor or the person may open it.")


def insist_silent(unit: Unit, case: Case, shown: documents.Shown, kept: Collection[str], path: str) -> None:
    """Betrays, where a document says an address that is kept back from whoever wants to read it."""
    if withheld.ADDRESS not in kept:
        return
    html = "".join(side.html for side in shown.sides)
    if any(escape(street) in html for street in _streets(unit, case)):
        raise Betrays(path=path, link=N_("Back to the case"))


def for_staff(unit: Unit, actor: Actor, case: Case, shown: documents.Shown) -> None:
    """The same for a clerk who has the case open."""
    insist_silent(unit, case, shown, withheld.types(unit, case, actor), f"/desk/cases/{case.reference}")


def _streets(unit: Unit, case: Case) -> set[str]:
    """The streets that the record and each filing of the case know of her."""
    service = catalogue.version(unit, case.version)
    record = people.record(unit, case.person_id) if case.person_id else None
    known: list[Any] = [record.address.value] if record and record.address else []
    for filing in contents.filings(unit, case.id):
        answers = vault.unseal(unit, case.id, Filing, "answers", filing.id, filing.answers)
        known += [answers.get(name) for name in withheld.names(service, {withheld.ADDRESS})]
    return {street for each in known for street in _parts(each)}


def _parts(answer: Any) -> list[str]:
    """The streets within an answer: an address, or rows that have one."""
    if isinstance(answer, list):
        return [street for row in answer for street in _parts(row)]
    if not isinstance(answer, dict):
        return []
    own = [str(answer["street"])] if answer.get("street") else []
    return own + [street for part in answer.values() for street in _parts(part)]
