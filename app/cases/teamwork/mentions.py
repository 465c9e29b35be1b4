"""Colleagues who are named in notes: "@Samir" or "@Samir Benali". Its own SELECTs."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.cases.models import CaseFile
from app.cases.queries import BRIEF, Brief, Case
from app.cases.queueing.reading import CELLS
from app.cases.teamwork.models import NoteMention
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import new_id

SHOWN = 20

M, C = db.table(NoteMention).c, db.table(CaseFile).c
UNSEEN = (
    select(*BRIEF.selected_columns, M.id.label("mention_id"), M.by, M.at)
    .join_from(db.table(NoteMention), db.table(CaseFile), M.case_id == C.id)
    .where(
        M.account_id == bindparam("account"),
        M.seen_at.is_(None),
        C.department.in_(bindparam("departments", expanding=True)),
    )
    .order_by(M.id.desc())
    .limit(SHOWN)
)
ONE = select(M.id).where(M.id == bindparam("mention"), M.account_id == bindparam("account"), M.seen_at.is_(None))


class Mention(NamedTuple):
    id: UUID
    case: Brief
    by: UUID | None
    at: datetime


def named(words: str, colleagues: Mapping[UUID, str]) -> list[UUID]:
    """Whom these words name after an @: by the whole name, or by the first if only one colleague has it."""
    said = [part.casefold() for part in re.split(r"[@＠]", words)[1:]]
    firsts = [name.casefold().split()[0] for name in colleagues.values() if name]
    return [
        id for id, name in colleagues.items() if name and any(_begins(part, name.casefold(), firsts) for part in said)
    ]


def tell(unit: Unit, by: Actor, case: Case, note_id: UUID, whom: list[UUID]) -> None:
    """Keep who was named in a note, but never oneself."""
    for account in whom:
        if account != by.account_id:
            db.add(
                unit, NoteMention, id=new_id(), note_id=note_id, case_id=case.id, account_id=account,
                by=by.account_id, at=unit.now, seen_at=None,
            )  # fmt: skip


def unseen(unit: Unit, actor: Actor) -> list[Mention]:
    """Where she was named and has not said that she saw it; the newest first."""
    rows = db.rows(unit, UNSEEN, account=actor.account_id, departments=sorted(actor.departments))
    return [Mention(row.mention_id, Brief._make(row[:CELLS]), row.by, row.at) for row in rows]


def see(unit: Unit, actor: Actor, mention_id: UUID) -> None:
    if db.row(unit, ONE, mention=mention_id, account=actor.account_id) is None:
        raise NotFound
    table = db.table(NoteMention)
    db.change(unit, update(table).where(table.c.id == mention_id).values(seen_at=unit.now))


def _begins(said: str, name: str, firsts: list[str]) -> bool:
    first = name.split()[0]
    return _starts(said, name) or (firsts.count(first) == 1 and _starts(said, first))


def _starts(said: str, name: str) -> bool:
    """Whether it begins with the whole name, not with a part of a longer word."""
    return said.startswith(name) and not said[len(name) : len(name) + 1].isalnum()
