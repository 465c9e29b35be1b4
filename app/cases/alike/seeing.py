"""Somebody sees the same: counted once a case and person, or once a day and browser. Its own SELECT."""

from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.cases.alike.models import NewsWanted, SeenToo
from app.kit import crypto, db
from app.kit.actor import Actor
from app.kit.db import Unit

S = db.table(SeenToo).c
ONE = select(S.who, S.account_id).where(S.who == bindparam("who"))


def mark(unit: Unit, draft_id: UUID, case_id: UUID) -> str:
    """What a case is called on the page of one draft: neither its reference nor its id is anybody else's business."""
    return crypto.blind(unit.town.keys, "alike/mark", f"{draft_id}|{case_id}").hex()[:24]


def seen(unit: Unit, actor: Actor, case_id: UUID) -> db.AnyRow | None:
    return db.row(unit, ONE, who=_who(unit, actor, case_id))


def see(unit: Unit, actor: Actor, case_id: UUID, *, tell: bool) -> None:
    """Count it, once; `tell`: she wants to hear when it is done, for which she has to be signed in."""
    account_id = actor.account_id if tell else None
    before = seen(unit, actor, case_id)
    if before is None:
        db.add(
            unit, SeenToo, who=_who(unit, actor, case_id), case_id=case_id, account_id=account_id, at=unit.now
        )  # fmt: skip
    elif account_id is not None:
        db.change(unit, update(db.table(SeenToo)).where(S.who == before.who).values(account_id=account_id))


def forget(unit: Unit, account_id: UUID) -> None:
    """A closed account is told nothing; what it saw still counts."""
    db.change(unit, update(db.table(SeenToo)).where(S.account_id == account_id).values(account_id=None))


def carry(unit: Unit, case_id: UUID, into_id: UUID) -> None:
    """Two cases are one: whoever sees the first sees the other."""
    for model in (SeenToo, NewsWanted):
        table = db.table(model)
        db.change(unit, update(table).where(table.c.case_id == case_id).values(case_id=into_id))


def _who(unit: Unit, actor: Actor, case_id: UUID) -> bytes:
    name = f"account|{actor.account_id}" if actor.account_id else f"browser|{actor.session_id}|{unit.today}"
    return crypto.blind(unit.town.keys, "alike/seen", f"{case_id}|{name}")
