"""Beginning to fill in a form for somebody, and finding it again: it is whose hands hold it until it is sent."""

from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app import catalogue, forms, identity, people
from app.cases import drafts, prefilling
from app.cases.models import Draft
from app.kit import audit, db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import new_id
from app.people import needing

DOCUMENT, ATTESTED, TOLD = "document", "attested", "told"
KNOWN = (DOCUMENT, ATTESTED, TOLD)
"""How staff know who it is; only what she says of herself proves nothing."""
VIA = ("counter", "phone", "post")
WHOM = "_whom"

D = db.table(Draft).c
HELD = select(*D).where(D.taken_by == bindparam("account"), D.until > bindparam("now"))
ONE = HELD.where(D.id == bindparam("draft"))
LATEST = HELD.order_by(D.touched_at.desc()).limit(20)


@dataclass(frozen=True)
class Whom:
    """For whom a form is filled in: somebody of the record, or a name only; and the paper that it is copied from."""

    name: str
    known: str
    person_id: UUID | None = None
    paper: str = ""


@dataclass(frozen=True)
class Held:
    """A form that this member of staff fills in for somebody; `actor` is who does it, with the channel it came by."""

    draft: Any
    actor: Actor
    whom: Whom
    service: catalogue.Service


def services(unit: Unit, actor: Actor) -> list[catalogue.Service]:
    """What this member of staff may take in: one window for all, but what is confidential stays with its office."""
    return [each for each in catalogue.services(unit) if not each.confidential or each.department in actor.departments]


def asks_no_name(service: catalogue.Service) -> bool:
    """Whether a form goes in without who it is: a report of the street, a collection."""
    return service.level == 0 and all(field.type != "person" for field in service.form.fields.values())


def begin(
    unit: Unit, actor: Actor, service: catalogue.Service, whom: Whom, via: str, locale: str,
    known_as: UUID | None = None,
) -> UUID:  # fmt: skip
    """A new form for her, in her language, with what the record knows of her; its id may be made before."""
    draft_id = known_as or new_id()
    known = prefilling.of_record(unit, whom.person_id) if whom.person_id else {}
    if needing.NEVER_CALL in needing.names(unit, whose(unit, whom.person_id)):
        known.pop("person.phone", None)
    content = {"_known": forms.prefilled(service.form, known), WHOM: {**asdict(whom), "person_id": None}}
    hers = {"account_id": None, "session_id": None, "person_id": whom.person_id, "taken_by": actor.account_id}
    drafts.put(unit, draft_id, replace(actor, via=via, locale=locale), service, hers, content)
    if whom.person_id is not None:
        by = replace(actor, via=via)
        audit.record(
            unit, by, "filling_in", persons=(whom.person_id,), purpose=service.id, department=service.department
        )
    return draft_id


def whose(unit: Unit, person_id: UUID | None) -> needing.Whose:
    """What somebody of the record told may stand beside the record, or beside her account."""
    return needing.Whose(person_id, identity.account_of(unit, person_id) if person_id else None)


def held(unit: Unit, actor: Actor, draft_id: UUID) -> Held:
    """A form that is in this actor's hands, or as if it were not there."""
    row = db.row(unit, ONE, draft=draft_id, account=actor.account_id, now=unit.now)
    if row is None or actor.account_id is None:
        raise NotFound
    return _held(unit, actor, row)


def in_hand(unit: Unit, actor: Actor) -> list[Held]:
    """Forms that were begun for somebody and not sent, those touched last first."""
    return [_held(unit, actor, row) for row in db.rows(unit, LATEST, account=actor.account_id, now=unit.now)]


def look(unit: Unit, form: Held) -> None:
    """The form shows what the record knows of her: that is a look at it."""
    if form.whom.person_id is not None:
        audit.look_first(
            unit, form.actor, None, (form.whom.person_id,), form.service.id,
            department=form.service.department, action="filling_in",
        )  # fmt: skip


def _held(unit: Unit, actor: Actor, row: Any) -> Held:
    kept = drafts.content(unit, row)[WHOM]
    whom = Whom(kept["name"], kept["known"], row.person_id, kept["paper"])
    return Held(row, replace(actor, via=row.via), whom, catalogue.version(unit, row.version))


def of_number(unit: Unit, number: str) -> tuple[UUID, str] | None:
    """The person of the record whose document has this number, and her name."""
    found = people.by_number(unit, number)
    return (found, people.name(unit, found)) if found else None


def account_of(unit: Unit, whom: Whom) -> UUID | None:
    """Her account, so that she finds the case on her page."""
    return identity.account_of(unit, whom.person_id) if whom.person_id else None
