"""What came to a clerk since a moment: new cases of her departments, and what happened to those that she has."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select

from app.cases.models import CaseFile
from app.cases.queries import BRIEF, Brief
from app.cases.queueing.parts import GIVEN, HELD, INSIDE, STEP, C, S, parameters
from app.cases.queueing.reading import CELLS, MOST
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

FROM_THE_PERSON = ("answered", "message_yours")
RECEIVED = (
    BRIEF.add_columns(C.received_at.label("at"))
    .where(*INSIDE, C.received_at > bindparam("since"), C.assignee.is_(None))
    .order_by(C.received_at.desc(), C.id.desc())
    .limit(MOST + 1)
)
HAPPENED = (
    select(*BRIEF.selected_columns, S.at, S.kind)
    .join_from(db.table(CaseFile), STEP, S.case_id == C.id)
    .where(
        *INSIDE,
        *HELD,
        S.at > bindparam("since"),
        S.kind.in_((*FROM_THE_PERSON, *GIVEN)),
        or_(S.account_id.is_(None), S.account_id != bindparam("account")),
    )
    .order_by(S.id.desc())
    .limit(MOST + 1)
)


class Arrived(NamedTuple):
    """`kind`: received, answered, message_yours, or how it was given to her."""

    case: Brief
    kind: str
    at: datetime


@dataclass(frozen=True)
class News:
    """The newest first, none of them longer than 51."""

    received: tuple[Arrived, ...]
    happened: tuple[Arrived, ...]


def since(unit: Unit, actor: Actor, moment: datetime) -> News:
    asked = parameters(unit, actor, since=moment)
    return News(
        tuple(Arrived(Brief._make(row[:CELLS]), "received", row.at) for row in db.rows(unit, RECEIVED, **asked)),
        tuple(Arrived(Brief._make(row[:CELLS]), row.kind, row.at) for row in db.rows(unit, HAPPENED, **asked)),
    )
