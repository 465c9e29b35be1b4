"""Drafts: begun, saved, found again, never doubled unless that is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app import catalogue, forms
from app.cases import codes, law, prefilling, queries, vault
from app.cases.helping import ended, naming
from app.cases.helping import reaching as helping
from app.cases.models import CaseFile, Draft
from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Gone, NotFound, SignIn
from app.kit.i18n import N_
from app.kit.ids import new_id

LIFE = timedelta(days=30)
TYPED = "_typed"

D = db.table(Draft).c
BY_CODE = select(*db.table(Draft).c).where(D.code == bindparam("code"), D.until > bindparam("now"))
HERS = select(*db.table(Draft).c).where(D.account_id == bindparam("account"), D.person_id.is_(None))


class Sent(Gone):
    """A page of a form that became a case, open in another tab or behind the back button."""

    title = N_("You have sent this form already")
    words = N_("Nothing was changed. The receipt shows what the town has. You can write to the office about it.")


def own(unit: Unit, actor: Actor, draft_id: UUID) -> Any:
    """An open draft of this actor, or as if it were not there; one that she sent leads to its receipt."""
    try:
        draft = queries.own_draft(unit, actor, draft_id)
    except (NotFound, SignIn):
        sent = db.row(unit, queries.OWN, case=draft_id, **queries.who(actor)) or helping.by_id(unit, actor, draft_id)
        if sent is None:
            ended.insist_sent(unit, actor, db.row(unit, queries.BY_ID, case=draft_id))
            raise
        raise Sent(path=f"/cases/{sent.reference}/receipt", link=N_("See what was sent")) from None
    if unit.writes and draft.account_id != actor.account_id and draft.person_id == actor.person_id:
        take(unit, actor, draft.id)
    return draft


def begin(
    unit: Unit,
    actor: Actor,
    service: catalogue.Service,
    known_as: UUID | None = None,
    *,
    person_id: UUID | None = None,
) -> UUID:
    """A new draft, prefilled at level 2 from the record; its id, which may be made before. `person_id` is whom it is
    for, where that is not the actor."""
    draft_id = known_as or new_id()
    known = forms.prefilled(service.form, prefilling.mine(unit, actor))
    person_id = person_id or actor.acting_for
    session_id = None if actor.account_id else actor.session_id
    whose = {"account_id": actor.account_id, "session_id": session_id, "person_id": person_id, "taken_by": None}
    put(unit, draft_id, actor, service, whose, _untouched(known))
    return draft_id


def put(
    unit: Unit, draft_id: UUID, actor: Actor, service: catalogue.Service, whose: dict[str, UUID | None], content: Any
) -> None:
    """The row of a new draft under a key of its own; `whose` says who fills it in, and for whom."""
    keys.make(unit, draft_id)
    db.add(
        unit, Draft, id=draft_id, service=service.id, version=service.version_id, locale=actor.locale, **whose,
        answers=vault.seal(unit, draft_id, Draft, "answers", draft_id, content),
        code=codes.digest(unit, codes.DRAFT, codes.code(unit, codes.DRAFT, draft_id)), via=actor.via,
        created_at=unit.now, touched_at=unit.now, until=unit.now + LIFE,
    )  # fmt: skip


def _untouched(known: dict[str, Any]) -> dict[str, Any]:
    """Prefilled values wait beside the answers until the person has seen them."""
    return {"_known": known} if known else {}


def recall(unit: Unit, account: Actor) -> None:
    """Forms that somebody began before the town knew who it was know now what the record knows of her."""
    if not (known := prefilling.mine(unit, account)):
        return
    for draft in db.rows(unit, HERS, account=account.account_id):
        found = content(unit, draft)
        fitting = forms.prefilled(catalogue.version(unit, draft.version).form, known)
        if fitting and "_known" not in found:
            _store(unit, draft, {**found, "_known": fitting})


def answers(unit: Unit, draft: Any) -> dict[str, Any]:
    """The answers that were given so far, also those on a path no longer taken."""
    return {name: value for name, value in content(unit, draft).items() if not name.startswith("_")}


def content(unit: Unit, draft: Any) -> dict[str, Any]:
    found: dict[str, Any] = vault.unseal(unit, draft.id, Draft, "answers", draft.id, draft.answers)
    return found


def typed(unit: Unit, draft: Any, place: str) -> Mapping[str, tuple[str, ...]]:
    """What was typed at a question when its answer was not whole and the person finished for now."""
    kept = content(unit, draft).get(TYPED, {}).get(place, {})
    return {name: tuple(values) for name, values in kept.items()}


def known(unit: Unit, draft: Any, field: str) -> Any:
    """The prefilled value of a field that the person has not answered yet."""
    return content(unit, draft).get("_known", {}).get(field)


def save(unit: Unit, draft: Any, changes: dict[str, Any]) -> None:
    """Keep answers; a draft that is touched lives 30 days more. What was typed and not whole is over with it."""
    _store(unit, draft, {**content(unit, draft), TYPED: {}, **changes}, touched_at=unit.now, until=unit.now + LIFE)


def _store(unit: Unit, draft: Any, whole: dict[str, Any], **values: datetime) -> None:
    table = db.table(Draft)
    sealed = vault.seal(unit, draft.id, Draft, "answers", draft.id, whole)
    db.change(unit, update(table).where(table.c.id == draft.id).values(answers=sealed, **values))


def by_code(unit: Unit, typed: str) -> Any | None:
    """The draft of a code, for whoever holds the code."""
    return db.row(unit, BY_CODE, code=codes.digest(unit, codes.DRAFT, typed), now=unit.now)


def take(unit: Unit, actor: Actor, draft_id: UUID) -> None:
    """Bind a draft to who brought its code: an account, or this session."""
    table = db.table(Draft)
    values = {"account_id": actor.account_id, "session_id": None if actor.account_id else actor.session_id}
    db.change(unit, update(table).where(table.c.id == draft_id).values(values))


def adopt(unit: Unit, session_id: UUID, account_id: UUID) -> list[UUID]:
    """What a browser did as a guest belongs to the account that signed in on it; the cases among it."""
    for model in (Draft, CaseFile):
        table = db.table(model)
        guests = (table.c.session_id == session_id) & table.c.account_id.is_(None)
        found = [row.id for row in db.rows(unit, select(table.c.id).where(guests))]
        db.change(unit, update(table).where(guests).values(account_id=account_id, session_id=None))
    return found


def drop(unit: Unit, draft_id: UUID) -> None:
    """A form that nobody needs any more, and its key."""
    table = db.table(Draft)
    keys.destroy(unit, draft_id)
    db.change(unit, delete(table).where(table.c.id == draft_id))


def sweep(unit: Unit) -> int:
    """Delete drafts that nobody touched for 30 days, and their keys."""
    table = db.table(Draft)
    old = [row.id for row in db.rows(unit, select(D.id).where(D.until < unit.now).limit(200))]
    for draft_id in old:
        keys.destroy(unit, draft_id)
    return db.change(unit, delete(table).where(table.c.id.in_(old))) if old else 0


@dataclass(frozen=True)
class DraftLine:
    """A draft in a list: how far it is and until when it is kept; `by`: who began it for
    whom, where that is not the same."""

    id: UUID
    service: str
    answered: int
    questions: int
    touched_at: datetime
    until: datetime
    by: str


def line(unit: Unit, reader: Actor, draft: Any, locale: str) -> DraftLine:
    service = catalogue.version(unit, draft.version)
    given = answers(unit, draft)
    asked = forms.reachable(service.form, service.rules, given, law.today(unit))
    return DraftLine(
        id=draft.id,
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        answered=sum(step.ask in given for step in asked),
        questions=len(asked),
        touched_at=draft.touched_at,
        until=draft.until,
        by=naming.began(unit, reader, draft),
    )
