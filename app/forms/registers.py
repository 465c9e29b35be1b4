"""Figures that another office gives: `prefill: tax_office.wages` names its register and the figure there."""

from collections.abc import Mapping
from datetime import date

from app.forms.definition import Form
from app.forms.fields import Field, Money, Simple
from app.forms.types.money import given
from app.kit.money import Amount

Told = Mapping[str, tuple[Amount, str, date]]
"""By the name of the figure: how much, who told it, of which day."""
PERSON = "person"


def asks_register(field: Field | Simple) -> bool:
    return isinstance(field, Money) and not field.prefill.startswith(f"{PERSON}.") and field.prefill.count(".") == 1


def register_of(form: Form) -> str:
    """The register that a form takes figures from, "" for none. It is one: a person waits for it."""
    return next((field.prefill.partition(".")[0] for field in form.fields.values() if asks_register(field)), "")


def figures(form: Form, told: Told) -> dict[str, dict[str, object]]:
    """The answers that a register's figures are. What it does not know, or in another currency, is left to ask."""
    found = {}
    for field in form.fields.values():
        known = told.get(field.prefill.partition(".")[2]) if asks_register(field) else None
        if known is not None and isinstance(field, Money) and known[0].currency == field.currency:
            found[field.id] = given(*known)
    return found
