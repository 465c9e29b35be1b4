"""Asking another office for a person's figures, while no unit is open, and keeping what it said in the draft."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from app import catalogue, forms, people
from app.cases import drafts, queries
from app.connectors import Told, ask_register
from app.kit.db import Unit
from app.kit.towns import Town
from app.people import consenting

STATE = "_figures"
State = Literal["given", "none", "silent", "unknown"]
"""given: they are in the form. none: the office knows nothing of her. silent: it did not answer, so nothing goes.
unknown: nobody knows yet who she is, or she wants no forms filled in; nobody was asked."""


@dataclass(frozen=True)
class Question:
    """What is asked of which register; no `identifier`: it is asked nothing."""

    register: str
    identifier: dict[str, str] | None


@dataclass(frozen=True)
class Reply:
    state: State
    figures: forms.Told


def question(unit: Unit, service: catalogue.Service, person_id: UUID | None) -> Question | None:
    """What to ask for a form of this service; None for a form that takes no figures."""
    register = forms.register_of(service.form)
    return Question(register, _identifier(unit, person_id)) if register else None


def _identifier(unit: Unit, person_id: UUID | None) -> dict[str, str] | None:
    if person_id is None or not consenting.allows(unit, person_id, consenting.PREFILL):
        return None
    record = people.record(unit, person_id)
    named = record.named.value if record and record.named else {}
    found: dict[str, str] | None = named.get("identifier")
    return found if found and found.get("value") else None


def ask(town: Town, asked: Question) -> Reply:
    """By the network: never while a unit is open."""
    if asked.identifier is None:
        return Reply("unknown", {})
    said = ask_register(town, asked.register, asked.identifier)
    if not isinstance(said, Told):
        return Reply("silent", {})
    return Reply("given" if said.figures else "none", said.figures)


def keep(unit: Unit, draft_id: UUID, service: catalogue.Service, reply: Reply) -> None:
    """Put the figures into the draft as its answers, with what the record knows: the person sees all of it at once,
    each with its source, before she sends."""
    draft = queries.draft(unit, draft_id)
    answers: dict[str, Any] = {}
    if reply.state == "given":
        answers = {**drafts.content(unit, draft).get("_known", {}), **forms.figures(service.form, reply.figures)}
    drafts.save(unit, draft, {**answers, STATE: reply.state})


def state(unit: Unit, draft: Any) -> State | None:
    """How it stands with the figures of a draft; None where none were asked for."""
    found: State | None = drafts.content(unit, draft).get(STATE)
    return found


def waits(unit: Unit, draft: Any) -> bool:
    """The office did not answer: nothing of this draft is sent before it has."""
    return state(unit, draft) == "silent"
