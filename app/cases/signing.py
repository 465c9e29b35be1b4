"""Whose name stands under what the office writes to a person."""

from app.cases.queries import Case
from app.kit.db import Unit
from app.people import caring


def known_as(unit: Unit, case: Case, clerk: str) -> str:
    """The clerk's name; "" where a rule of care has the office stand there alone. It is settled when it is written:
    nobody is named afterwards when the rule ends."""
    return "" if caring.hides_names(unit, case.person_id) else clerk
