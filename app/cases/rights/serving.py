"""Serving a decision: made available, then opened, refused, or expired. What an alert does on its way changes none of
it; the term to appeal runs from the day it was served. While one waits, nothing says what was decided."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import documents, notifications, workflow
from app.cases import addressees, law, moving, queries
from app.cases.queries import Brief, Case
from app.cases.rights import posting
from app.cases.rights.models import ServedNotification
from app.kit import db, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import new_id

JOB = "cases.notification_expires"
PORTAL, LETTER, ENCLOSED = "portal", "letter", "enclosed"
AVAILABLE, OPENED, REFUSED, EXPIRED, REPLACED = "available", "opened", "refused", "expired", "replaced"
HANDED = "handed"
"""On paper, at the window."""
READ = (OPENED, HANDED)

S = db.table(ServedNotification).c
OF_CASE = select(*S).where(S.case_id == bindparam("case")).order_by(S.id)
WAITING = select(*S).where(S.case_id.in_(bindparam("cases", expanding=True)), S.state == AVAILABLE, S.channel == PORTAL)
OWN = queries.SENT.where(
    select(S.id).where(S.case_id == queries.C.id, S.state == AVAILABLE, S.channel == PORTAL).exists()
)


@dataclass(frozen=True)
class Lies:
    """A notification that nobody may have opened."""

    case_id: UUID
    served_id: UUID


def serve(unit: Unit, case: Case, before: Collection[UUID], channel: str) -> Any | None:
    """Make the decision available that was just issued, by this way of `channel`; its row, None where nothing was
    issued."""
    new = [line.id for line in documents.of_case(unit, case.id, case.locale) if line.id not in before]
    shown = documents.show(unit, case.id, new[-1]) if new else None
    if shown is None:
        return None
    for earlier in all_of(unit, case.id):
        settle(unit, earlier.id, REPLACED, None)
    setting, served_id, in_portal = law.profile(unit).served, new_id(), channel == PORTAL
    runs_out = setting is not None and in_portal and case.account_id is not None
    until = law.calendar(unit).ends(law.today(unit), setting.expires) if setting and runs_out else None
    db.add(
        unit, ServedNotification, id=served_id, case_id=case.id, document_id=shown.id, sha256=shown.sha256,
        at=unit.now, channel=PORTAL if in_portal else LETTER, until=until, state=AVAILABLE, settled_at=None,
        account_id=None,
    )  # fmt: skip
    town = Actor.system("decision served")
    moving.note_step(unit, case.id, "served_available" if in_portal else "served_by_letter", town)
    if until is not None:
        jobs.enqueue(unit, JOB, Lies(case.id, served_id), run_at=law.calendar(unit).end_of(until))
    if channel == LETTER:
        posting.post(unit, case, shown)
    return all_of(unit, case.id)[-1]


def channel(unit: Unit, case: Case, actions: Iterable[workflow.Action]) -> str:
    """How the decision that is told with these actions reaches her. What she asked to get by post is served so."""
    if any(isinstance(each, workflow.Notify) and each.enclose for each in actions):
        return ENCLOSED if addressees.reach(unit, case, (LETTER,)).address else PORTAL
    return way(case, addressees.reach(unit, case))


def way(case: Case, to: notifications.Recipient) -> str:
    """On paper to whoever did not choose the portal (she has no account, or wants letters alone) and has an address;
    else in the portal. Nobody here has to use it: who never chose it has no day after which it counts as served."""
    by_post = case.account_id is None or set(to.channels) == {LETTER}
    return LETTER if by_post and to.address else PORTAL


def issued(unit: Unit, case: Case) -> set[UUID]:
    """The documents there are, before others are made."""
    return {line.id for line in documents.of_case(unit, case.id, case.locale)}


def all_of(unit: Unit, case_id: UUID) -> list[Any]:
    """The served notifications of a case, the latest last."""
    return list(db.rows(unit, OF_CASE, case=case_id))


def waiting(unit: Unit, case_id: UUID, document_id: UUID | None = None) -> Any | None:
    """The notification that waits to be opened: the latest, or that of a document."""
    rows = [row for row in all_of(unit, case_id) if row.state == AVAILABLE and row.channel == PORTAL]
    return next((row for row in reversed(rows) if document_id in (None, row.document_id)), None)


def one(unit: Unit, case_id: UUID, served_id: UUID) -> Any:
    """One of this case, or NotFound."""
    for row in all_of(unit, case_id):
        if row.id == served_id and row.channel == PORTAL:
            return row
    raise NotFound


def waiting_among(unit: Unit, cases: Sequence[UUID]) -> dict[UUID, Any]:
    """By case, the notifications that wait to be opened."""
    return {row.case_id: row for row in db.rows(unit, WAITING, cases=list(cases))} if cases else {}


def own_waiting(unit: Unit, actor: Actor) -> list[Brief]:
    """The cases of this actor in which one waits to be opened."""
    return [Brief._make(row) for row in db.rows(unit, OWN, most=50, **queries.who(actor))]


def served_on(unit: Unit, case: Case) -> date | None:
    """The day on which the latest decision counts as served; None while it waits, or where nothing was served."""
    rows = all_of(unit, case.id)
    if not rows:
        return None
    at = rows[-1].at if rows[-1].channel == LETTER else rows[-1].settled_at
    return law.calendar(unit).day_of(at) if at else None


def settle(unit: Unit, served_id: UUID, state: str, account_id: UUID | None) -> bool:
    """What became of one that waited; False where that is settled already, and stays as it was."""
    table = db.table(ServedNotification)
    open_one = (table.c.id == served_id) & (table.c.state == AVAILABLE)
    values = {"state": state, "settled_at": unit.now, "account_id": account_id}
    return db.change(unit, update(table).where(open_one).values(values)) == 1
