"""What the queue can be filtered by, in words; which of it a part of the queue has chosen."""

from collections.abc import Sequence

from app import catalogue, identity
from app.cases import queues
from app.desk.person import VIA
from app.desk.queue_pages import Filter, Option
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import LOCALES, N_, language_name, translate

TO_PROVE, OTHERWISE = "to_prove", "otherwise"
DUES = {
    "late": N_("Late only"),
    "soon": N_("Due within 7 days"),
    "stopped": N_("Clock stopped"),
    "never": N_("No due date yet"),
}
TURNS = {"answered": N_("The person answered or wrote"), "given": N_("Given to me by others")}


def filters(unit: Unit, actor: Actor, address: Address, staff: Sequence[identity.Colleague]) -> tuple[Filter, ...]:
    """The filters of a tab; one that has nothing to choose from is left out."""
    locale, wanted = address.locale, address.wanted

    def say(words: str) -> str:
        return translate(locale, words)

    name = ("desk.filters", locale, *sorted(actor.departments))
    states, services, departments = catalogue.derived(unit, name, lambda: _of_content(unit, actor, locale))
    dues, turns, ways = ([Option(key, say(words)) for key, words in each.items()] for each in (DUES, TURNS, VIA))
    languages = [Option(each, language_name(each, locale)) for each in LOCALES]
    made = [
        Filter("due", say(N_("Due date")), dues, wanted.due, say(N_("Any due date"))),
        Filter("state", say(N_("State")), states, wanted.state, say(N_("Any state"))),
        Filter("turn", say(N_("What happened last")), turns, wanted.turn, say(N_("Anything"))),
        Filter("service", say(N_("Service")), services, wanted.service, say(N_("Any service"))),
        Filter("via", say(N_("How it came")), ways, wanted.via, say(N_("Any way"))),
        Filter("language", say(N_("Language of the person")), languages, wanted.language, say(N_("Any language"))),
    ]
    if len(departments) > 1:
        made.append(
            Filter("department", say(N_("Department")), departments, wanted.department, say(N_("Any department")))
        )
    if wanted.tab in ("waiting", "all"):
        clerks = [Option("me", say(N_("Me"))), Option("nobody", say(N_("Nobody yet")))]
        clerks += [Option(str(each.id), each.name) for each in staff if each.id != actor.account_id]
        made.insert(1, Filter("assignee", say(N_("Clerk")), clerks, wanted.assignee, say(N_("Any clerk"))))
    return tuple(made)


def chosen(parted: Sequence[Filter], locale: str) -> tuple[str, ...]:
    """What is chosen in each, in words."""
    found = ((each.label, option.label) for each in parted for option in each.options if option.value == each.chosen)
    return tuple(translate(locale, N_("%(what)s: %(chosen)s"), what=what, chosen=one) for what, one in found if one)


def _of_content(unit: Unit, actor: Actor, locale: str) -> tuple[list[Option], list[Option], list[Option]]:
    """The states, the services and the departments to choose from."""
    services = catalogue.worked_on(unit, actor.departments)
    return (
        [Option(id, words) for id, words in _states(unit, services, locale).items()],
        [Option(each.id, str(catalogue.texts(unit, each, locale)("service.name"))) for each in services],
        [
            Option(each.id, str(each.name))
            for each in catalogue.departments(unit, locale)
            if each.id in actor.departments
        ],
    )


def _states(unit: Unit, services: Sequence[catalogue.Service], locale: str) -> dict[str, str]:
    """The states in which open cases rest, with their names; where two services name one differently, both names."""
    found: dict[str, list[str]] = {TO_PROVE: [translate(locale, N_("Waiting for proof of who sent it"))]}
    for service in services:
        texts = catalogue.texts(unit, service, locale)
        for id, state in service.workflow.states.items():
            name = queues.state_name(service, texts, id, locale, for_staff=True)
            rests = not any(way.auto == OTHERWISE for way in service.workflow.leaving(id))
            if rests and not state.final and name not in found.setdefault(id, []):
                found[id].append(name)
    return {id: " / ".join(names) for id, names in found.items()}
