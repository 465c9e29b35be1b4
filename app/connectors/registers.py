"""Registers of other offices: who somebody is goes there under our key, figures with their source and day come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from app.connectors.outbound import NotConfigured, Unreachable, post
from app.kit.money import Amount
from app.kit.towns import Town

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class Figure(BaseModel):
    """One line of an answer: minor units, who reported it, and the day that it is of."""

    name: Name
    amount: Annotated[int, Field(ge=-(10**12), le=10**12)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    by: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    on: date


class Answer(BaseModel):
    figures: Annotated[tuple[Figure, ...], Field(max_length=100)]


@dataclass(frozen=True)
class Told:
    """What the register knows, by the name of each figure; empty: it knows nothing of this person."""

    figures: Mapping[str, tuple[Amount, str, date]]


@dataclass(frozen=True)
class Silent:
    """No answer that can be used. Nothing is known, and trying again may help."""

    reason: str


def ask_register(town: Town, register: str, identifier: Mapping[str, str]) -> Told | Silent:
    """What another office knows of whoever has this document."""
    url = town.register(register)
    if not url:
        return Silent("not configured")
    try:
        reply = post(town, url, {"identifier": dict(identifier)}, {})
    except (NotConfigured, Unreachable) as problem:
        return Silent(str(problem))
    if reply.status == 404:
        return Told({})
    if reply.status != 200:
        return Silent(f"HTTP {reply.status}")
    try:
        answer = Answer.model_validate_json(reply.body)
    except ValidationError:
        return Silent("the answer cannot be read")
    return Told({each.name: (Amount(each.amount, each.currency), each.by, each.on) for each in answer.figures})
