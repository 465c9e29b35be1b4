"""The same step in many cases at once: one that decides nothing about anybody. It is taken when the recall time is
over, each case by its own rule; until then the whole batch is taken back without a trace for the person."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, select, update

from app import catalogue, identity, workflow
from app.cases import contents, moving, queries, stepping
from app.cases.models import CaseStep
from app.cases.queries import Brief, Case
from app.cases.queueing.models import CaseBatch, CaseBatchLine
from app.cases.rights import appealing
from app.kit import db, jobs
from app.kit.actor import Actor
from app.kit.db import Unit

JOB = "cases.batch_step"
PLANNED, DONE = "planned", "done"

B, L, S = (db.table(model).c for model in (CaseBatch, CaseBatchLine, CaseStep))
LINE = (
    select(L.id, L.case_id, L.result, B.account_id, B.at, B.service, B.transition, B.undone_at)
    .join_from(db.table(CaseBatchLine), db.table(CaseBatch), L.batch_id == B.id)
    .where(L.id == bindparam("line"))
)
FOLLOWED = select(exists().where(S.case_id == bindparam("case"), S.at > bindparam("at")))


@dataclass(frozen=True)
class ToStep:
    """A line of a batch whose recall time is over."""

    line_id: UUID


class SharedStep(NamedTuple):
    """A step that some of the listed cases may take together, and how many of them."""

    service: str
    transition: str
    label: str
    service_name: str
    number: int


def shared(unit: Unit, actor: Actor, cases: Iterable[Brief], locale: str) -> list[SharedStep]:
    """The steps that decide nothing and that this member of staff may take, by service."""
    found: Counter[tuple[UUID, str]] = Counter()
    for (version, state), number in Counter((case.version, case.state) for case in cases if not case.closed_at).items():
        for way in _ways(actor, catalogue.version(unit, version), state, frozenset()):
            found[version, way.id] += number
    by_service: dict[tuple[str, str], SharedStep] = {}
    for (version, transition), number in found.items():
        service = catalogue.version(unit, version)
        texts = catalogue.texts(unit, service, locale)
        before = by_service.get((service.id, transition))
        by_service[service.id, transition] = SharedStep(
            service.id, transition, str(texts(f"transition.{transition}.label")), str(texts("service.name")),
            number + (before.number if before else 0),
        )  # fmt: skip
    return sorted(by_service.values())


def refusal(unit: Unit, actor: Actor, case: Case, service: str, transition: str) -> str:
    """Why this case does not take the step; "" when it does."""
    if case.closed_at is not None:
        return "closed"
    if case.service != service:
        return "other_service"
    if contents.pending_decision(unit, case.id) is not None:
        return "decided"
    if case.state == moving.TO_PROVE or appealing.took_part(unit, case, actor.account_id):
        return "not_open"
    ways = _ways(actor, catalogue.version(unit, case.version), case.state, moving.passed(unit, case))
    return "" if any(way.id == transition for way in ways) else "not_open"


def plan(unit: Unit, actor: Actor, case: Case, batch_id: UUID, line_id: UUID, transition: str, due: datetime) -> None:
    moving.note_step(unit, case.id, "planned", actor, transition=transition)
    moving.touch(unit, case)
    jobs.enqueue(unit, JOB, ToStep(line_id), run_at=due, stream=stream(batch_id))


def stream(batch_id: UUID) -> str:
    return f"{JOB}|{batch_id}"


def take(unit: Unit, args: ToStep) -> None:
    """The recall time is over: take the step, unless something was done with the case since."""
    row = db.row(unit, LINE, line=args.line_id)
    if row is None or row.undone_at is not None or row.result != PLANNED:
        return
    case, actor = queries.locked(unit, row.case_id), identity.as_actor(unit, row.account_id)
    result = refusal(unit, actor, case, row.service, row.transition)
    if not result and db.value(unit, FOLLOWED, case=case.id, at=row.at):
        result = "changed"
    if not result:
        service = catalogue.version(unit, case.version)
        held = workflow.held(service.workflow, actor.functions(case.department))
        stepping.move(unit, case, workflow.Press(row.transition, held), actor)
    line = update(db.table(CaseBatchLine)).where(L.id == args.line_id)
    db.change(unit, line.values(result=result or DONE))


def _ways(
    actor: Actor, service: catalogue.Service, state: str, passed: frozenset[str]
) -> tuple[workflow.Transition, ...]:
    """What may be pressed in this state and decides nothing about anybody."""
    if state not in service.workflow.states:
        return ()
    held = workflow.held(service.workflow, actor.functions(service.department))
    offered = workflow.offers(service.workflow, state, held, False, passed)
    return tuple(way for way in offered if workflow.is_plain(service.workflow, way))
