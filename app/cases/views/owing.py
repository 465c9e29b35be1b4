"""What a person pays for what she asks, by her answers: before she sends it, and on the receipt."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from app import catalogue
from app.cases import answers
from app.kit.db import Unit


class Owing(NamedTuple):
    """`amount` in words; `how` it is paid and when, in the words of the package, "" where nothing is."""

    amount: str
    how: str


def owing(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> Owing | None:
    """None where the service costs nobody anything."""
    fee = service.fee
    if fee is None:
        return None
    holds = answers.truth(unit, service, filed)
    amount = catalogue.owed(service, filed, holds, locale)
    if fee.free_when and holds(fee.free_when):
        return Owing(amount, "")
    return Owing(amount, str(catalogue.texts(unit, service, locale).get("service.pay") or ""))
