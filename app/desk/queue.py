"""The queue as it stands on the left of the desk."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app import cases, catalogue, identity, people
from app.cases import Line
from app.desk.pages import Filter, Option, Queue, QueueLine, Tab
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate

MOST = 50
TITLES = {
    "mine": N_("My queue"),
    "nobody": N_("Cases that nobody has"),
    "waiting": N_("Waiting for the person"),
    "all": N_("All open cases"),
}
TABS = {"mine": N_("Mine"), "nobody": N_("Nobody’s"), "waiting": N_("Waiting"), "all": N_("All")}
TO_PROVE, OTHERWISE = "to_prove", "otherwise"


def pane(unit: Unit, actor: Actor, address: Address, opened: UUID | None = None) -> Queue:
    """The part of the queue that an address asks for; `opened` is the case beside it."""
    locale, wanted = address.locale, address.wanted
    found = cases.open_cases(unit, actor, wanted)
    lines = cases.lines(unit, found, locale)
    staff = identity.colleagues(unit, actor.departments)
    return Queue(
        title=translate(locale, TITLES[wanted.tab]),
        summary=_summary(found.counts, locale),
        tabs=tuple(
            Tab(
                translate(locale, words), counted(found.counts.get(tab, 0)), address.tab(tab).queue(), tab == wanted.tab
            )
            for tab, words in TABS.items()
        ),
        filters=_filters(unit, actor, address, staff),
        filter_url=f"/{locale}/desk/cases",
        kept=(("tab", wanted.tab),) if wanted.tab != "all" else (),
        lines=_lines(unit, address, lines, {each.id: each.name for each in staff}, opened),
        earlier=address.page(before=found.earlier).queue() if found.earlier else "",
        later=address.page(after=found.later).queue() if found.later else "",
    )


def counted(number: int) -> str:
    return f"{MOST}+" if number > MOST else str(number) if number else ""


def _summary(counts: Mapping[str, int], locale: str) -> str:
    many = counted(counts.get("all", 0)) or "0"
    late = counted(counts.get("late", 0))
    if not late:
        return translate(locale, N_("%(open)s open"), open=many)
    return translate(locale, N_("%(open)s open, %(late)s late"), open=many, late=late)


def _lines(
    unit: Unit, address: Address, lines: Sequence[Line], staff: Mapping[UUID, str], opened: UUID | None
) -> tuple[QueueLine, ...]:
    unnamed = [line.case.person_id for line in lines if not line.who and line.case.person_id]
    names = people.names(unit, unnamed) if unnamed else {}
    nobody = translate(address.locale, N_("No name given"))
    return tuple(
        QueueLine(
            reference=line.case.reference,
            url=address.case(line.case.reference),
            service=line.service,
            who=line.who or (names.get(line.case.person_id, nobody) if line.case.person_id else nobody),
            state_kind=line.state.kind,
            state_text=line.state.text,
            due_text=line.due.text,
            late=line.due.late,
            open=line.case.id == opened,
            assignee=staff.get(line.case.assignee, "") if line.case.assignee else "",
        )
        for line in lines
    )


def _filters(unit: Unit, actor: Actor, address: Address, staff: Sequence[identity.Colleague]) -> tuple[Filter, ...]:
    locale, wanted = address.locale, address.wanted

    def say(words: str) -> str:
        return translate(locale, words)

    name = ("desk.filters", locale, *sorted(actor.departments))
    states, services = catalogue.derived(unit, name, lambda: _of_content(unit, actor, locale))
    late = [Option("yes", say(N_("Late only")))]
    filters = [
        Filter("state", say(N_("State")), states, wanted.state, say(N_("Any state"))),
        Filter("service", say(N_("Service")), services, wanted.service, say(N_("Any service"))),
        Filter("late", say(N_("Due date")), late, "yes" if wanted.late else "", say(N_("Any due date"))),
    ]
    if wanted.tab in ("waiting", "all"):
        clerks = [Option(str(each.id), each.name) for each in staff]
        chosen = str(wanted.assignee or "")
        filters.insert(2, Filter("assignee", say(N_("Clerk")), clerks, chosen, say(N_("Any clerk"))))
    return tuple(filters)


def _of_content(unit: Unit, actor: Actor, locale: str) -> tuple[list[Option], list[Option]]:
    """The states and the services to choose from."""
    services = [each for each in catalogue.services(unit) if each.department in actor.departments]
    return (
        [Option(id, words) for id, words in _states(unit, services, locale).items()],
        [Option(each.id, str(catalogue.texts(unit, each, locale)("service.name"))) for each in services],
    )


def _states(unit: Unit, services: Sequence[catalogue.Service], locale: str) -> dict[str, str]:
    """The states in which open cases rest, with their names; where two services name one differently, both names."""
    found: dict[str, list[str]] = {TO_PROVE: [translate(locale, N_("Waiting for proof of who sent it"))]}
    for service in services:
        texts = catalogue.texts(unit, service, locale)
        for id, state in service.workflow.states.items():
            name = str(texts(f"state.{id}.name"))
            rests = not any(way.auto == OTHERWISE for way in service.workflow.leaving(id))
            if rests and not state.final and name not in found.setdefault(id, []):
                found[id].append(name)
    return {id: " / ".join(names) for id, names in found.items()}
