"""Whose words they are: messages and decisions name the clerk and the office, in the reader's language."""

from app import catalogue
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, translate


def signed(unit: Unit, case: Case, name: str, locale: str) -> str:
    """Clara Montes, Civil registry; the office alone where no name stands."""
    office = str(catalogue.department_name(unit, case.department, locale))
    return translate(locale, N_("%(name)s, %(office)s"), name=name, office=office) if name else office
