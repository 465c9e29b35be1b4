"""What a mandate opens: a case or a draft of the person whom somebody acts for. Its SELECTs stand here."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app import catalogue, identity
from app.cases.models import CaseFile, Draft
from app.kit import audit, db
from app.kit.actor import Actor, Grant
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_

ACTING = "acting_for"
C, D = db.table(CaseFile).c, db.table(Draft).c
THEIRS = C.person_id.in_(bindparam("persons", expanding=True))
BY_REFERENCE = select(*C).where(C.reference == bindparam("reference"), THEIRS)
BY_ID = select(*C).where(C.id == bindparam("case"), THEIRS)
LEFT = select(*D).where(
    D.person_id == bindparam("person"), D.account_id.is_not(None), D.account_id != bindparam("account"),
    D.taken_by.is_(None), D.until > bindparam("now"),
)  # fmt: skip
LEFT_ONE = LEFT.where(D.id == bindparam("draft"))
LATEST_LEFT = LEFT.order_by(D.touched_at.desc()).limit(50)


class OnlyRead(Refused):
    """A mandate that lets somebody look and do nothing."""

    title = N_("Your mandate is only for reading")
    words = N_("Nothing was changed. Ask the person for a mandate to act, or let them do it.")


def by_reference(unit: Unit, actor: Actor, reference: str) -> Any | None:
    return _opened(unit, actor, BY_REFERENCE, reference=reference)


def by_id(unit: Unit, actor: Actor, case_id: UUID) -> Any | None:
    return _opened(unit, actor, BY_ID, case=case_id)


def _opened(unit: Unit, actor: Actor, question: Any, **asked: Any) -> Any | None:
    """A case of somebody she acts for. Where something is written, only by a mandate to act; that is written down for
    the person, as is each look."""
    if not actor.grants:
        return None
    row = db.row(unit, question, persons=sorted({each.person_id for each in actor.grants}), **asked)
    if row is None:
        return None
    grant = of(unit, actor, row.person_id, row.version)
    if grant is None:
        return None
    if unit.writes and not grant.acts:
        raise OnlyRead(path=f"/cases/{row.reference}", link=N_("Go to the case"))
    unit.known[ACTING] = row.person_id
    purpose, persons = f"{row.service} {row.reference}", (row.person_id,)
    if unit.writes:
        audit.record(unit, acting(unit, actor), "acted", case_id=row.id, persons=persons, purpose=purpose)
    else:
        audit.look_first(unit, acting(unit, actor), row.id, persons, purpose)
    return row


def of(unit: Unit, actor: Actor, person_id: UUID | None, version: UUID) -> Grant | None:
    """The mandate that opens this person's things of this service to the actor, where the service knows mandates."""
    service = catalogue.version(unit, version)
    return actor.grant(person_id, service.id, confidential=service.confidential) if service.mandate else None


def opened_once(unit: Unit, held: identity.mandates.Held, row: Any, began: datetime | None) -> bool:
    """Whether a mandate that is over now let its helper see this case, or fill in this draft, while it held."""
    until = identity.mandates.over_since(unit, held)
    service = catalogue.version(unit, row.version)
    guardian = held.kind == identity.mandates.GUARDIAN
    once = Grant(held.id, held.person_id, frozenset(held.services), held.acts, guardian)
    known = service.mandate and once.covers(service.id, confidential=service.confidential)
    return known and until is not None and (began is None or began < until)


def begun(unit: Unit, actor: Actor, draft: Any) -> bool:
    """The same for the one that is gone on with: from then on this unit acts for its person."""
    if holds(unit, actor, draft) and not _own(actor, draft):
        unit.known[ACTING] = draft.person_id
    return holds(unit, actor, draft)


def holds(unit: Unit, actor: Actor, draft: Any) -> bool:
    """Whether this draft of the actor's is still hers: one for somebody else only while the mandate holds."""
    if _own(actor, draft):
        return True
    grant = of(unit, actor, draft.person_id, draft.version)
    return grant is not None and grant.acts


def left_one(unit: Unit, actor: Actor, draft_id: UUID) -> Any | None:
    """What somebody began for this actor by a mandate that has ended since: from then on it is hers."""
    row = db.row(unit, LEFT_ONE, draft=draft_id, now=unit.now, **_whom(actor))
    return row if row is not None and _left(unit, row) else None


def left(unit: Unit, actor: Actor) -> list[Any]:
    """All such drafts, those touched last first."""
    rows = db.rows(unit, LATEST_LEFT, now=unit.now, **_whom(actor)) if actor.person_id else ()
    return [row for row in rows if _left(unit, row)]


def _whom(actor: Actor) -> dict[str, UUID | None]:
    return {"account": actor.account_id, "person": actor.person_id}


def _left(unit: Unit, draft: Any) -> bool:
    return not holds(unit, identity.as_actor(unit, draft.account_id), draft)


def _own(actor: Actor, draft: Any) -> bool:
    return draft.person_id is None or draft.person_id == actor.person_id or draft.taken_by is not None


def acting(unit: Unit, actor: Actor) -> Actor:
    """The actor as she acts in this unit: for whom it was opened."""
    person_id: UUID | None = unit.known.get(ACTING)
    return replace(actor, acting_for=person_id) if person_id and not actor.acting_for else actor
