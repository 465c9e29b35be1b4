"""What staff may do with a case now, and what each way leads to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from markupsafe import Markup, escape

from app import catalogue, forms, workflow
from app.cases import answers, asking, contents, decisions, law, messaging, moving, showing
from app.cases.queries import Case
from app.cases.rights import appealing
from app.cases.views import shown, withheld
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, listed, translate

MOMENT = timedelta(seconds=30)


@dataclass(frozen=True)
class Way:
    """A transition that may be pressed. `outcome`: granted or refused where it decides, else "". `asks`: marked
    questions open again; `hears`: the person may say something first. `state` is where it leads. `says` are phrases
    that it always needs, `fields` the questions that it asks again as a rule."""

    id: str
    label: str
    outcome: str
    asks: bool
    hears: bool
    needs: frozenset[str]
    state: str
    says: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """What a way means for the person: when she is `told`; where it is her turn then, the last day of it (`until`),
    and whether the clock `stops` meanwhile."""

    until: date | None
    stops: bool
    told: datetime


@dataclass(frozen=True)
class Question:
    """A question of the form that may be asked again, with the answer as it stands, "" where there is none."""

    field: str
    label: str
    answer: Markup | str


def offered(unit: Unit, actor: Actor, case: Case, locale: str) -> tuple[Way, ...]:
    """In the order of the workflow. Nothing while a decision waits to be told, or while nobody knows who sent it."""
    if case.state == moving.TO_PROVE or case.closed_at is not None:
        return ()
    if contents.pending_decision(unit, case.id) is not None:
        return ()
    if appealing.took_part(unit, case, actor.account_id):
        return ()
    service = catalogue.version(unit, case.version)
    held = workflow.held(service.workflow, actor.functions(case.department))
    passed = moving.passed(unit, case)
    offers = workflow.offers(service.workflow, case.state, held, False, passed)
    return tuple(_way(unit, case, service, way, held, passed, locale) for way in offers)


def left_to_supervisors(unit: Unit, actor: Actor, case: Case) -> bool:
    """Whether it can be decided now, yet by none of this member of staff's functions."""
    if case.state == moving.TO_PROVE or case.closed_at is not None:
        return False
    flow = catalogue.version(unit, case.version).workflow
    held = workflow.held(flow, actor.functions(case.department))
    passed = moving.passed(unit, case)
    every = workflow.offers(flow, case.state, frozenset(flow.functions), False, passed)
    deciding = [way for way in every if flow.states[way.to].final in decisions.DECIDED]
    return bool(deciding) and not any(way.by in held for way in deciding)


def turn(unit: Unit, case: Case, way: Way) -> Turn:
    """What follows for the person if it is pressed now."""
    flow = catalogue.version(unit, case.version).workflow
    end = flow.states[way.state]
    waits = end.waits_for == "person"
    filed, terms = answers.current(unit, case.id), law.terms(unit, case, unit.now)
    timers = workflow.timers(flow, way.state, unit.now, filed, terms, law.days(unit, "person")) if waits else ()
    return Turn(
        until=next((timer.last_day for timer in timers if timer.kind == "due"), None),
        stops=waits and end.clock == "stops",
        told=messaging.told_from(unit) if way.outcome else unit.now,
    )


def pressed(unit: Unit, actor: Actor, case: Case) -> frozenset[str]:
    """The transitions that this member of staff took a moment ago: a button may be pressed twice."""
    mine = (row for row in contents.steps(unit, case.id) if row.account_id == actor.account_id)
    return frozenset(row.transition for row in mine if row.transition and unit.now - row.at <= MOMENT)


def repeats(unit: Unit, actor: Actor, case: Case, reason: str, fields: Collection[str]) -> bool:
    """Whether this member of staff asked just this a moment ago."""
    row = contents.open_request(unit, case.id) if case.yours else None
    if row is None or row.account_id != actor.account_id or unit.now - row.at > MOMENT:
        return False
    return row.reason == reason and set(row.fields) == set(fields)


def questions(unit: Unit, case: Case, locale: str, actor: Actor | None = None) -> tuple[Question, ...]:
    """Every question of the form that can be asked again: those on the way that this case took, then the others (a
    drawing that no rule needs). What this actor must not see is kept back."""
    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    words, around = showing.words(unit, service, locale), showing.around(unit, service, locale, filed)

    def said(field: forms.Field, answer: Any) -> Markup:
        lines = () if answer is None else forms.show(field, answer, words, around)
        return escape(listed(["%s"] * len(lines), locale)) % tuple(shown.line(line) for line in lines)

    kept, protected = withheld.types(unit, case, actor), translate(locale, N_("Protected"))
    taken = [step.ask for step in forms.reachable(service.form, service.rules, filed, around.today)]
    asked = [*taken, *(step.ask for step in service.form.steps if step.ask not in taken)]
    return tuple(
        Question(
            name,
            words.label(field.path),
            protected if withheld.is_kept(service, name, kept) else said(field, filed.get(name)),
        )
        for name in asked
        if (field := service.form.fields[name]).type not in asking.UNASKED
    )


def _way(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    way: workflow.Transition,
    held: frozenset[str],
    passed: Collection[str],
    locale: str,
) -> Way:
    flow, filed = service.workflow, answers.current(unit, case.id)
    press = workflow.Press(way.id, held, given=frozenset({"reason", "conditions"}))
    rule = answers.truth(unit, service, filed)
    step = workflow.step(flow, press, state=case.state, passed=passed, rule=rule)
    end = flow.states[step.state]
    outcome = str(end.final) if end.final in ("granted", "refused") else ""
    asked = [action.fields for action in step.actions if isinstance(action, workflow.RequestInformation)]
    return Way(
        id=way.id,
        label=str(catalogue.texts(unit, service, locale)(f"transition.{way.id}.label")),
        outcome=outcome,
        asks=bool(asked),
        hears=end.waits_for == "person" and not asked,
        needs=frozenset(way.needs),
        state=step.state,
        says=way.says,
        fields=tuple(name for names in asked if names != "chosen" for name in names),
    )
