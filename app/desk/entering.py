"""Who may be at the desk, and what is written down of it: no log, no look."""

from uuid import UUID

from starlette.requests import Request

from app import cases, identity, people
from app.cases import Case, papers
from app.cases.together import splits
from app.kit import blobs, db, guard
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, SignIn
from app.kit.pages import See

ELSEWHERE = See("/me")
"""Whoever is staff but sees no cases has no queue: her own page says what she can do and whom to ask."""


def staff(request: Request) -> Actor:
    """The member of staff who asks; for everybody else the desk is not there."""
    actor: Actor = request.state.actor
    if not actor.is_staff:
        raise NotFound
    return actor


def open_case(request: Request, unit: Unit) -> tuple[Actor, Case]:
    """The case of a request, if it is one of this actor's departments: another's and an unknown one read alike."""
    actor = staff(request)
    return actor, cases.desk_case(unit, actor, request.path_params["reference"])


def open_file(request: Request, unit: Unit) -> tuple[Actor, Case, blobs.File]:
    """A file of such a case; one that only others may open reads like one that is not there."""
    actor, case = open_case(request, unit)
    blob = request.path_params["blob"]
    found = splits.find(unit, case, blob)
    if found is None or blob in papers.reserved_files(unit, actor, found[1]):
        raise NotFound
    return actor, case, found[0]


def signature(unit: Unit, actor: Actor) -> str:
    """Messages and decisions name the clerk; the office is added where they are read."""
    contact = identity.contact(unit, actor.account_id) if actor.account_id else None
    return contact.name if contact else ""


def counter(request: Request) -> Actor:
    """Whoever serves people, in whatever department: for all other staff there is nothing here."""
    actor = staff(request)
    if not actor.departments:
        raise NotFound
    return actor


def open_person(request: Request, unit: Unit) -> tuple[Actor, UUID]:
    """A person of the record, whoever serves people."""
    actor, person = counter(request), request.path_params["person"]
    if not people.name(unit, person):
        raise NotFound
    return actor, person


def open_record(request: Request, unit: Unit) -> tuple[Actor, people.Record]:
    """The same with what the record says."""
    actor = counter(request)
    record = people.record(unit, request.path_params["person"])
    if record is None:
        raise NotFound
    return actor, record


def staff_at_the_door(request: Request) -> Actor:
    """Who asks, before a unit is open."""
    with db.read(request.state.town) as unit:
        secret = guard.session_secret(request)
        request.state.actor = identity.actor(unit, secret, request.path_params["locale"])
    if request.state.actor.account_id is None:
        raise SignIn
    return staff(request)
