"""Weighing a case by the rules of its service: what they would do, condition by condition. Staff decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app import catalogue, workflow
from app.cases import answers, decisions, moving
from app.cases.advising import registered
from app.cases.queries import Case
from app.catalogue import REGISTER
from app.kit import rules
from app.kit.db import Unit


@dataclass(frozen=True)
class Condition:
    """A rule that has a sentence, whether it holds, and the names of the answers and facts it looks at."""

    rule: str
    holds: bool
    looks_at: tuple[str, ...]


@dataclass(frozen=True)
class Weighed:
    """A way that a rule speaks for. `way` "" : the rule decides it alone when a case comes in. `outcome`: granted or
    refused where it decides; `unheard`: the person must be heard before."""

    way: str
    rule: str
    holds: bool
    conditions: tuple[Condition, ...]
    state: str
    outcome: str
    unheard: bool = False


@dataclass(frozen=True)
class Weighing:
    """Every rule that was asked, in order, and `known`: the answers and facts they looked at."""

    each: tuple[Weighed, ...]
    known: Mapping[str, Any]

    @property
    def advised(self) -> Weighed | None:
        """What the rules would do: the first that holds."""
        return next((weighed for weighed in self.each if weighed.holds), None)


def weigh(unit: Unit, case: Case) -> Weighing | None:
    """What the rules say of a case as it stands today; None where its service has no rule for that, and where nobody
    has to decide: it is closed, decided, or waits for the person."""
    service = catalogue.version(unit, case.version)
    ways = _open(unit, case, service)
    asked = [rule for _, rule in ways]
    if not asked:
        return None
    filed = answers.current(unit, case.id)
    known = {**filed, **(registered.facts(unit, case, service, filed) if _registered(service, asked) else {})}
    return Weighing(tuple(_weigh(unit, case, service, way, rule, known) for way, rule in ways), known)


def against(unit: Unit, case: Case, outcome: str) -> str:
    """The rule that would have done otherwise than this decision; "" where it agrees, or where there is none."""
    weighing = weigh(unit, case)
    advised = weighing.advised if weighing else None
    return advised.rule if advised is not None and advised.outcome != outcome else ""


def way_of(service: catalogue.Service, rule: str) -> tuple[str, str]:
    """The way that a rule speaks for, and the state it leads to."""
    way = next((way for way, asked in _asked(service) if asked == rule), "")
    return way, _end(service, way, rule)


def _asked(service: catalogue.Service) -> Iterator[tuple[str, str]]:
    """Ways and rules: what a rule decides alone when a case comes in, then what it advises."""
    flow = service.workflow
    for way in flow.leaving(flow.start):
        if way.auto in service.rules and flow.states[way.to].final in decisions.DECIDED:
            yield "", str(way.auto)
    for advice in service.advice:
        yield advice.to, advice.when


def _open(unit: Unit, case: Case, service: catalogue.Service) -> list[tuple[str, str]]:
    """What can be done now. A step that the case has behind it and that decides nothing is not proposed again."""
    if case.closed_at is not None or case.state == moving.TO_PROVE:
        return []
    flow, been = service.workflow, moving.passed(unit, case)
    onward = {each.id: each for each in flow.leaving(case.state)}
    decides = any(each.by and flow.states[each.to].final in decisions.DECIDED for each in onward.values())
    return [
        (way, rule)
        for way, rule in _asked(service)
        if (decides if not way else way in onward and not _is_behind(service, onward[way], been))
    ]


def _is_behind(service: catalogue.Service, way: workflow.Transition, been: frozenset[str]) -> bool:
    asks = any(isinstance(action, workflow.RequestInformation) for action in way.do)
    return way.to in been and not asks and not service.workflow.states[way.to].final


def _registered(service: catalogue.Service, asked: list[str]) -> bool:
    names = (name for rule in asked for name in rules.fields(service.rules[rule]))
    return any(name.partition(".")[0] == REGISTER for name in names)


def _weigh(
    unit: Unit, case: Case, service: catalogue.Service, way: str, rule: str, known: Mapping[str, Any]
) -> Weighed:
    holds, tree = answers.truth(unit, service, known), service.rules[rule]
    end = _end(service, way, rule)
    outcome = service.workflow.states[end].final
    pressed = service.workflow.transition(way)
    return Weighed(
        way=way,
        rule=rule,
        holds=holds(rule),
        conditions=tuple(
            Condition(name, holds(name), tuple(sorted(rules.fields(service.rules[name]))))
            for name in rules.parts(tree) or (rule,)
        ),
        state=end,
        outcome=str(outcome) if outcome in decisions.DECIDED else "",
        unheard=bool(pressed and pressed.passed and pressed.passed not in moving.passed(unit, case)),
    )


def _end(service: catalogue.Service, way: str, rule: str) -> str:
    """Where it leads: to the state of the way, or to the end that all states lead to which follow by themselves."""
    flow = service.workflow
    taken = flow.transition(way) or next(each for each in flow.leaving(flow.start) if each.auto == rule)
    state = taken.to
    while not flow.states[state].final and (onward := [each for each in flow.leaving(state) if each.auto]):
        state = onward[-1].to
    return state
