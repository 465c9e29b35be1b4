"""Who sent it? A case below its service's level waits until that is proven; its clock starts with the proof."""

from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import catalogue, workflow
from app.cases import drafts, following, law, moving, queries, stepping, telling
from app.cases.applying import indexing as applicants
from app.cases.events import CaseClosed, CaseProven, CaseReceived
from app.cases.models import CaseFile
from app.cases.queries import Case
from app.kit import db, events, jobs
from app.kit.actor import Actor
from app.kit.db import Unit

C = db.table(CaseFile).c
WAITING = (
    select(C.id)
    .where(C.account_id == bindparam("account"), C.state == moving.TO_PROVE, C.closed_at.is_(None))
    .order_by(C.id)
)


def adopt(unit: Unit, account: Actor, session_id: UUID) -> None:
    """Somebody signed in where a guest had been: the guest's drafts and cases are hers, and may be proven now. So may
    a case that was sent from elsewhere, or days ago, and whose receipt the guest had in hand."""
    assert account.account_id is not None
    mine = drafts.adopt(unit, session_id, account.account_id)
    drafts.recall(unit, account)
    for case_id in (*mine, *following.unproven(unit, session_id)):
        prove(unit, account, queries.locked(unit, case_id))


def prove_all(unit: Unit, account: Actor) -> None:
    """The town knows now who this account is: what it sent and what waited for that begins."""
    adopt_record(unit, account)
    drafts.recall(unit, account)
    for case_id in [row.id for row in db.rows(unit, WAITING, account=account.account_id)]:
        prove(unit, account, queries.locked(unit, case_id))


def adopt_record(unit: Unit, account: Actor) -> None:
    """What was taken in for this person, at the window or by a helper, while she had no account."""
    hers = (C.person_id == account.person_id) & C.account_id.is_(None) & C.session_id.is_(None)
    if account.person_id is not None:
        db.change(unit, update(db.table(CaseFile)).where(hers).values(account_id=account.account_id))


def prove(unit: Unit, account: Actor, case: Case) -> Case:
    """Start a waiting case if this account's level is enough for its service."""
    service = catalogue.version(unit, case.version)
    if case.state != moving.TO_PROVE or case.closed_at is not None or account.level < service.level:
        return case
    return begin(unit, case._replace(account_id=account.account_id, person_id=account.person_id), account)


def begin(unit: Unit, case: Case, by: Actor) -> Case:
    """It is known who sent it: its clock starts."""
    known = case._replace(started_at=unit.now, yours=False)
    moving.save(unit, known)
    if known.person_id is not None:
        applicants.forget(unit, [case.id])
    moving.note_step(unit, case.id, "proven", by)
    events.record(unit, CaseProven(case.id))
    return stepping.move(unit, known, workflow.Start(), by)


def lapse(unit: Unit, args: CaseReceived) -> None:
    """Nobody proved in time who sent it: the case is closed, and the person is told."""
    case = queries.locked(unit, args.case_id)
    if case.state != moving.TO_PROVE or case.closed_at is not None:
        return
    over = law.calendar(unit).end_of(law.last_to_prove(unit, case.received_at))
    if unit.now < over:
        jobs.enqueue(unit, moving.PROOF_OVER, args, run_at=over)
        return
    closed = case._replace(closed_at=unit.now, outcome="abandoned", yours=False, touched_at=unit.now)
    moving.save(unit, closed)
    moving.note_step(unit, case.id, "unproven", Actor.system("not proven in time"))
    telling.tell_unproven(unit, closed)
    events.record(unit, CaseClosed(case.id))
