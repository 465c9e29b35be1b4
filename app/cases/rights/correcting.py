"""Correcting what the person was told: a new decision or message names the one it replaces, which stays readable."""

from typing import Any
from uuid import UUID

from app import catalogue, workflow
from app.cases import contents, deciding, decisions, messaging, moving, queries
from app.cases.queries import Case
from app.cases.rights import recalling, replacing, settled
from app.kit import jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id


class NothingToCorrect(Refused):
    words = N_("There is no decision that was told. What is not told yet can be recalled.")


class NoCorrection(Refused):
    words = N_("A correction cannot take away what was granted, and only who may decide may correct.")


class NoMessage(Refused):
    words = N_("Only a message that was told, and that nobody corrected before, can be corrected.")


def correctable(unit: Unit, actor: Actor, case: Case) -> tuple[tuple[workflow.Transition, str], ...]:
    """The ways to decide that this member of staff may put in the place of the decision that was told, each with the
    state it leads to: with the same outcome, or a better one. What was granted is not taken away by a correction."""
    if case.closed_at is None or case.outcome not in decisions.DECIDED or not told(unit, case):
        return ()
    if contents.pending_decision(unit, case.id) is not None:
        return ()
    service = catalogue.version(unit, case.version)
    flow = service.workflow
    held = workflow.held(flow, actor.functions(case.department))
    ends = ((way, replacing.leading(unit, case, service, way).state) for way in flow.transitions if way.by in held)
    return tuple((way, end) for way, end in ends if flow.states[end].final in {"granted", case.outcome})


def told(unit: Unit, case: Case) -> Any | None:
    """The decision that stands and that the person knows."""
    found = [row for row in contents.decisions(unit, case.id) if row.told_at is not None]
    return found[-1] if found else None


def correct(unit: Unit, actor: Actor, case: Case, transition: str, grounds: decisions.Grounds, who: str) -> Case:
    """Decide once more; told when its recall time is over, as any decision."""
    held = queries.locked(unit, case.id)
    path, link = f"/desk/cases/{case.reference}", N_("Back to the case")
    before = told(unit, held)
    settled.insist_told(unit, actor, held)
    if before is None:
        raise NothingToCorrect(path=path, link=link)
    end = next((end for way, end in correctable(unit, actor, held) if way.id == transition), None)
    if end is None:
        raise NoCorrection(path=path, link=link)
    outcome = str(catalogue.version(unit, held.version).workflow.states[end].final)
    content = decisions.compose(unit, held, outcome, grounds)
    decision_id, tell_at = new_id(), messaging.told_from(unit)
    decisions.add(
        unit, held, decision_id, transition, outcome, content, who, actor, tell_at=tell_at, replaces=before.id
    )
    moving.note_step(unit, held.id, "decided", actor, transition=transition)
    if tell_at <= unit.now:
        return deciding.tell(unit, deciding.ToTell(held.id, decision_id))
    jobs.enqueue(unit, deciding.TELL, deciding.ToTell(held.id, decision_id), run_at=tell_at)
    return moving.touch(unit, held)


def correctable_message(unit: Unit, case: Case, row: Any) -> bool:
    """Whether a message of the office was told, and no correction stands in its place."""
    replaced = {each.replaces for each in contents.messages(unit, case.id) if each.recalled_at is None}
    return bool(row.ours and row.recalled_at is None and row.tell_at <= unit.now and row.id not in replaced)


def correct_message(unit: Unit, actor: Actor, case: Case, message_id: UUID, who: str, body: str) -> UUID:
    """Write again what was written wrongly."""
    held = moving.touch(unit, queries.locked(unit, case.id))
    row = recalling.message(unit, held, message_id)
    if not correctable_message(unit, held, row):
        raise NoMessage(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    return messaging.write(unit, held, actor, who, body, ours=True, replaces=row.id)
