"""The office's side of a run. As at the desk, a look is written down before, and the change with it."""

from collections.abc import Callable, Sequence

from app import cases, catalogue, workflow
from app.cases import Case, Chosen, Grounds
from app.catalogue.marked import Path
from app.catalogue.runs import Act, Assign, Note, Phrase, Write
from app.desk import entering
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.cast import account
from app.wiring.runs.scene import Scene

Deed = Callable[[Unit, Actor, Case], None]


def press(scene: Scene, step: Act, way: workflow.Transition, path: Path) -> None:
    """Press a transition with its grounds."""

    def deed(unit: Unit, actor: Actor, case: Case) -> None:
        flow = catalogue.version(unit, case.version).workflow
        grounds = Grounds(
            reasons=_chosen(unit, case, step.phrases, _kind(flow, way), (*path, "phrases")),
            conditions=_chosen(unit, case, step.conditions, "condition", (*path, "conditions")),
            words=step.words,
            fields=_known(unit, case, step, (*path, "fields")),
            typed=step.reason,
        )
        outcome = flow.states[way.to].final in ("granted", "refused")
        cases.press(unit, actor, case, way.id, grounds, entering.signature(unit, actor))
        word = "asked" if step.fields else "decided" if outcome else "moved"
        cases.changed(unit, actor, case, word, told_later=outcome)

    at_the_desk(scene, step.by or "", (*path, "by"), deed)


def assign(scene: Scene, step: Assign, path: Path) -> None:
    def deed(unit: Unit, actor: Actor, case: Case) -> None:
        cases.assign(unit, case, actor, account(unit, scene.people, step.assign, (*path, "assign")).account_id)
        cases.changed(unit, actor, case, "assigned")

    at_the_desk(scene, step.by, (*path, "by"), deed)


def note(scene: Scene, step: Note, path: Path) -> None:
    def deed(unit: Unit, actor: Actor, case: Case) -> None:
        cases.note(unit, case, actor, entering.signature(unit, actor), step.note)
        cases.changed(unit, actor, case, "noted")

    at_the_desk(scene, step.by, (*path, "by"), deed)


def write(scene: Scene, step: Write, path: Path) -> None:
    def deed(unit: Unit, actor: Actor, case: Case) -> None:
        cases.write(unit, case, actor, entering.signature(unit, actor), step.write, ours=True)
        cases.changed(unit, actor, case, "wrote", told_later=True)

    at_the_desk(scene, step.by or "", (*path, "by"), deed)


def at_the_desk(scene: Scene, key: str, path: Path, deed: Deed) -> None:
    """Open the case, which is a look, and do something with it."""
    with db.read(scene.town) as unit:
        actor = account(unit, scene.people, key, path)
        try:
            case = cases.desk_case(unit, actor, scene.reference)
        except NotFound:
            raise Amiss(
                path, f"“{key}” does not see this case at the desk. Let somebody of its department act."
            ) from None
        cases.look(unit, actor, case)
    for look in unit.afterwards:
        look()
    with db.write(scene.town) as unit:
        deed(unit, actor, cases.desk_case(unit, actor, scene.reference))


def _kind(flow: workflow.Workflow, way: workflow.Transition) -> str:
    """Which phrases this transition takes."""
    if any(isinstance(action, workflow.RequestInformation) for action in way.do):
        return "request_reason"
    state = flow.states[way.to]
    return "hearing" if state.waits_for else {"refused": "reason_refuse"}.get(str(state.final), "reason_grant")


def _chosen(unit: Unit, case: Case, phrases: Sequence[Phrase], kind: str, path: Path) -> tuple[Chosen, ...]:
    known = {each.id: each for each in catalogue.phrases(unit, kind, case.service, "en")}
    found = []
    for number, phrase in enumerate(phrases):
        at, slots = (*path, number), dict(phrase.__pydantic_extra__ or {})
        if phrase.id not in known:
            raise Amiss(at, f"“{phrase.id}” is no phrase for this. Use one of: {', '.join(known) or 'none'}.")
        if set(slots) != set(known[phrase.id].slots):
            wanted = ", ".join(known[phrase.id].slots) or "none"
            raise Amiss(at, f"“{phrase.id}” has other slots. Fill in: {wanted}.")
        found.append(Chosen(phrase.id, slots))
    return tuple(found)


def _known(unit: Unit, case: Case, step: Act, path: Path) -> tuple[str, ...]:
    """The questions to ask again, which must be among those that were asked."""
    known = {each.field for each in cases.questions(unit, case, case.locale)}
    for number, name in enumerate(step.fields):
        if name not in known:
            raise Amiss(
                (*path, number), f"“{name}” was not asked in this case. Use one of: {', '.join(sorted(known))}."
            )
    return step.fields
