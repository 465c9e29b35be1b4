"""What a mandate opens: a case or a draft of the person whom somebody acts for. Its SELECTs stand here."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app import catalogue, identity
from app.cases.models import CaseFile, Draft
from app.cases.rights.models import Appeal
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
A = db.table(Appeal).c
ABOUT = select(C.version).join(db.table(Appeal), A.first_id == C.id).where(A.id == bindparam("case"))
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


class NotForAppeals(Refused):
    """A mandate in a service, and not for what comes after a decision in it."""

    title = N_("Your mandate is not for appeals")
    words = N_("Nothing was sent. Ask the person for a mandate that is for appeals too, or let them do it.")


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
    grant = of(unit, actor, row.person_id, row.version, row.id)
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


def of(unit: Unit, actor: Actor, person_id: UUID | None, version: UUID, case_id: UUID) -> Grant | None:
    """The mandate that opens this case or draft of this person to the actor. An appeal is opened by one that opens what
    it is about, too: it is as confidential as that."""
    services = _asked(unit, version, case_id)
    mine = (each for each in actor.grants if each.person_id == person_id)
    return next((each for each in mine if covers(each, services)), None)


def covers(grant: Grant, services: Iterable[catalogue.Service]) -> bool:
    """Whether a mandate is for all of them, where each knows mandates."""
    return all(each.mandate and grant.covers(each.id, confidential=each.confidential) for each in services)


def _asked(unit: Unit, version: UUID, case_id: UUID) -> list[catalogue.Service]:
    service = catalogue.version(unit, version)
    about = db.value(unit, ABOUT, case=case_id) if service.appeals else None
    return [service, catalogue.version(unit, about)] if about else [service]


def opened_once(unit: Unit, held: identity.mandates.Held, row: Any, began: datetime | None) -> bool:
    """Whether a mandate that is over now let its helper see this case, or fill in this draft, while it held."""
    until = identity.mandates.over_since(unit, held)
    guardian = held.kind == identity.mandates.GUARDIAN
    once = Grant(held.id, held.person_id, frozenset(held.services), held.acts, guardian)
    known = covers(once, _asked(unit, row.version, row.id))
    return known and until is not None and (began is None or began < until)


def insist_appeal(unit: Unit, actor: Actor, case: Any, offered: catalogue.Service) -> None:
    """NotForAppeals, where somebody acts for the person of this case by a mandate that leaves appeals out."""
    if actor.acting_for is None:
        return
    first = catalogue.version(unit, case.version)
    mine = (each for each in actor.grants if each.person_id == case.person_id and each.acts)
    if not any(covers(each, (first, offered)) for each in mine):
        raise NotForAppeals(path=f"/cases/{case.reference}", link=N_("Go to the case"))


def begun(unit: Unit, actor: Actor, draft: Any) -> bool:
    """The same for the one that is gone on with: from then on this unit acts for its person."""
    if holds(unit, actor, draft) and not _own(actor, draft):
        unit.known[ACTING] = draft.person_id
    return holds(unit, actor, draft)


def holds(unit: Unit, actor: Actor, draft: Any) -> bool:
    """Whether this draft of the actor's is still hers: one for somebody else only while the mandate holds."""
    if _own(actor, draft):
        return True
    grant = of(unit, actor, draft.person_id, draft.version, draft.id)
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
