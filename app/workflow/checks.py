"""Checks of a workflow before it is published: all at once, each with its place in service.yaml and what to do."""

from collections.abc import Collection, Iterator, Mapping

from app.workflow.definition import (
    CONFIRMED,
    OTHERWISE,
    PERSON,
    Invite,
    Issue,
    Notify,
    ProfileTerm,
    Record,
    RequestInformation,
    Workflow,
)
from app.workflow.graph import dead_ends, loops
from app.workflow.places import Finding, Path, actions, ways
from app.workflow.terms import PROFILE_TERMS

EVENTS = frozenset({"answered", CONFIRMED, "placed", "mended", "works_now", "still_there"})
"""What a state may wait for: an answer of the person, the word of others, and what becomes of a barrier."""


def check(
    workflow: Workflow,
    *,
    departments: Collection[str],
    rules: Collection[str],
    letters: Collection[str],
    fields: Mapping[str, str],
    terms: Collection[str] = PROFILE_TERMS,
    silence_to: str | None = None,
    appealable: bool = True,
) -> list[Finding]:
    """Everything wrong with a workflow that its shape alone does not show.

    `fields` maps each field id to its type, `letters` are those that the package declares, `terms` those that legal
    profiles name. `silence_to` is the state that the service's clock leads to (`clock: {silence: {to: ...}}`).
    `appealable`: one can appeal against what is decided.
    """
    return [
        *_ids(workflow, silence_to),
        *_places(workflow, departments),
        *_openings(workflow, rules, fields, terms),
        *_doings(workflow, letters, fields, rules),
        *_asked_twice(workflow),
        *_just_told(workflow, appealable),
        *dead_ends(workflow, silence_to),
        *loops(workflow),
    ]


def _ids(workflow: Workflow, silence_to: str | None) -> Iterator[Finding]:
    """States and transitions that are named and do not exist, or exist twice."""
    states = workflow.states
    if workflow.start not in states:
        yield Finding(("workflow", "start"), _no_state(workflow.start))
    if silence_to is not None and silence_to not in states:
        yield Finding(("clock", "silence", "to"), _no_state(silence_to))
    seen: set[str] = set()
    for path, way in ways(workflow):
        if way.id in seen:
            yield Finding((*path, "id"), f"Two transitions are called “{way.id}”. Give this one another id.")
        seen.add(way.id)
        for id in way.from_:
            if id not in states:
                yield Finding((*path, "from"), _no_state(id))
            elif states[id].final:
                yield Finding((*path, "from"), f"“{id}” is final: nothing leaves it. Take it out of `from`.")
        if way.to not in states:
            yield Finding((*path, "to"), _no_state(way.to))
        if way.passed is not None and way.passed not in states:
            yield Finding((*path, "passed"), _no_state(way.passed))


def _no_state(id: str) -> str:
    return f"There is no state “{id}”. Add it to `states`, or name one that is there."


def _places(workflow: Workflow, departments: Collection[str]) -> Iterator[Finding]:
    """Queues of unknown departments, and a clock that stops for nobody."""
    for id, state in workflow.states.items():
        path = ("workflow", "states", id)
        if state.queue is not None and state.queue not in departments:
            yield Finding(
                (*path, "queue"), f"The town has no department “{state.queue}”. Name one of: {_list(departments)}."
            )
        if state.clock == "stops" and state.waits_for is None:
            yield Finding((*path, "clock"), "A clock stops only while somebody is awaited. Add `waits_for: person`.")
        if state.final and (state.queue or state.waits_for):
            yield Finding(path, f"“{id}” is final: nobody works on it. Remove `queue` and `waits_for`.")


def _openings(
    workflow: Workflow, rules: Collection[str], fields: Mapping[str, str], terms: Collection[str]
) -> Iterator[Finding]:
    """What opens a transition: functions, rules, events, terms and dates that exist."""
    for path, way in ways(workflow):
        if way.by is not None and not way.by_person and way.by not in workflow.functions:
            yield Finding(
                (*path, "by"), f"There is no function “{way.by}”. Add it to `functions`, or write `by: person`."
            )
        if way.auto is not None and way.auto != OTHERWISE and way.auto not in rules:
            yield Finding((*path, "auto"), f"There is no rule “{way.auto}”. Add it to `rules`, or write `otherwise`.")
        if way.upon is not None and way.upon not in EVENTS:
            yield Finding((*path, "upon"), f"There is no event “{way.upon}”. Write one of: {_list(EVENTS)}.")
        if isinstance(way.after, ProfileTerm) and way.after.profile not in terms:
            yield Finding(
                (*path, "after"),
                f"Legal profiles have no term “{way.after.profile}”. Write one of: {_list(terms)}.",
            )
        if way.at is not None and fields.get(way.at.field) != "date":
            yield Finding((*path, "at"), f"“{way.at.field}” is no date field of the form. Name one that is.")
    pressed = {way.by for way in workflow.transitions}
    for name in workflow.functions:
        if name == PERSON:
            yield Finding(("workflow", "functions", name), "“person” is the person of the case. Choose another name.")
        elif name not in pressed:
            yield Finding(
                ("workflow", "functions", name), f"Nothing is done by “{name}”. Remove it, or name it in a `by`."
            )


def _doings(
    workflow: Workflow, letters: Collection[str], fields: Mapping[str, str], rules: Collection[str]
) -> Iterator[Finding]:
    """Letters and fields that actions name; letters that none of them issues."""
    issued: set[str] = set()
    for path, action in actions(workflow):
        match action:
            case Issue():
                issued.add(action.letter)
                if action.letter not in letters:
                    yield Finding((*path, "letter"), f"There is no letter “{action.letter}”. Add it to `letters`.")
            case Notify():
                if action.channels is not None and fields.get(action.channels) != "choices":
                    yield Finding(
                        (*path, "channels"),
                        f"“{action.channels}” is no field of type `choices`. Name the one that asks for channels.",
                    )
                if action.enclose is not None and action.enclose not in letters:
                    yield Finding((*path, "enclose"), f"There is no letter “{action.enclose}”. Add it to `letters`.")
            case Record():
                yield from _record(path, action, fields, rules)
            case Invite():
                yield from _invite(path, action, workflow, fields)
            case RequestInformation():
                if action.fields == "chosen":
                    continue
                for id in action.fields:
                    if id not in fields:
                        yield Finding((*path, "fields"), f"The form has no field “{id}”. Name one that is there.")
    for letter in letters:
        if letter not in issued:
            yield Finding(("letters", letter), f"No action issues “{letter}”. Remove it, or issue it.")


def _asked_twice(workflow: Workflow) -> Iterator[Finding]:
    """Staff ask on one page: a state that two ways of asking leave could not say which of them is meant."""
    seen: dict[str, str] = {}
    for path, way in ways(workflow):
        if way.by is None or way.by_person or not any(isinstance(each, RequestInformation) for each in way.do):
            continue
        for state in way.from_:
            if (other := seen.setdefault(state, way.id)) != way.id:
                yield Finding((*path, "from"), f"“{other}” asks the person too, from “{state}”. Keep one of the two.")


def _just_told(workflow: Workflow, appealable: bool) -> Iterator[Finding]:
    """Whoever is refused something, or gets it with conditions, has to be served: the time to appeal runs from then."""
    plain = {id for id, state in workflow.states.items() if not state.served}
    for id in plain:
        if workflow.states[id].final != "granted":
            message = f"Only what is granted is just told. Remove `served: false` from “{id}”."
            yield Finding(("workflow", "states", id, "served"), message)
    for path, way in ways(workflow):
        if appealable and way.to in plain and "conditions" in way.needs:
            message = f"Conditions can be appealed, and “{way.to}” is not served. Lead to a state that is."
            yield Finding((*path, "to"), message)


def _record(path: Path, action: Record, fields: Mapping[str, str], rules: Collection[str]) -> Iterator[Finding]:
    for name, id, kind in (("address", action.address, "address"), ("since", action.since, "date")):
        if id is not None and fields.get(id) != kind:
            yield Finding((*path, name), f"“{id}” is no field of type `{kind}`. Name one of the form that is.")
    if action.household is not None and action.household not in rules:
        yield Finding((*path, "household"), f"There is no rule “{action.household}”. Add it to `rules`.")


def _invite(path: Path, action: Invite, workflow: Workflow, fields: Mapping[str, str]) -> Iterator[Finding]:
    """The group and its questions are there, and somebody comes to an end of the waiting."""
    if fields.get(action.group) != "group":
        yield Finding((*path, "group"), f"“{action.group}” is no field of type `group`. Name one of the form that is.")
    for id in action.shows:
        if id not in fields:
            yield Finding((*path, "shows"), f"The form has no field “{id}”. Name one that is there.")
    ways = workflow.leaving(str(path[2])) if path[1] == "states" else ()
    if not any(way.upon == CONFIRMED for way in ways) or not any(way.timed for way in ways):
        message = "Invite where the case waits: the state needs a way `upon: confirmed` and one `after` a time."
        yield Finding((*path, "do"), message)


def _list(names: Collection[str]) -> str:
    return ", ".join(sorted(names))
