"""Working on cases together, in words: tasks, mentions, related cases and likely twins."""

from collections.abc import Sequence

from markupsafe import Markup

from app import cases, catalogue, identity
from app.cases import Brief, Case, lawful
from app.cases.queues import Listed
from app.cases.together import mentions, mergers
from app.cases.together import related as belonging
from app.cases.together import tasks as to_do
from app.desk.joined import compare
from app.desk.queues.start_pages import MentionLine, MyTaskLine
from app.desk.queues.together_pages import RelatedLine, TaskLine
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.kit.views import Link, moment


def heading(unit: Unit, case: Case, locale: str) -> Markup:
    service = catalogue.version(unit, case.version)
    return Markup("{}").format(str(catalogue.texts(unit, service, locale)("service.name")))


def tasks(unit: Unit, case: Case, address: Address) -> list[TaskLine]:
    """Its own, and those that came with cases that were merged into it."""
    parts = [part.case for part in mergers.parts(unit, case)]
    return [
        *_tasks(unit, case, address, ""),
        *(line for part in parts for line in _tasks(unit, part, address, part.reference)),
    ]


def _tasks(unit: Unit, case: Case, address: Address, origin: str) -> list[TaskLine]:
    found = to_do.of_case(unit, case)
    names = identity.account_names(unit, [each.account_id for each in found])
    today = lawful.today(unit)
    return [
        TaskLine(
            what=each.what,
            who=names.get(each.account_id, ""),
            until=format_day(each.until, address.locale) if each.until else "",
            late=each.done_at is None and each.until is not None and each.until < today,
            done_url="" if each.done_at else address.case(case.reference, f"/tasks/{each.id}"),
            origin=origin,
        )
        for each in found
    ]


def my_tasks(unit: Unit, actor: Actor, locale: str) -> list[MyTaskLine]:
    today, found = lawful.today(unit), to_do.mine(unit, actor)
    names = identity.account_names(unit, [each.whose for each in found if each.whose != actor.account_id])
    return [
        MyTaskLine(
            what=each.what,
            reference=each.case.reference,
            url=f"/{locale}/desk/cases/{each.case.reference}/tasks",
            until=format_day(each.until, locale) if each.until else "",
            late=each.until is not None and each.until < today,
            away=names.get(each.whose, ""),
        )
        for each in found
    ]


def my_mentions(unit: Unit, actor: Actor, locale: str) -> list[MentionLine]:
    found = mentions.unseen(unit, actor)
    names = identity.account_names(unit, [each.by for each in found if each.by])
    return [
        MentionLine(
            who=names.get(each.by, "") if each.by else "",
            reference=each.case.reference,
            url=f"/{locale}/desk/cases/{each.case.reference}#notes",
            when=moment(each.at, locale, unit.town.zone),
            seen_url=f"/{locale}/desk/mentions/{each.id}",
        )
        for each in found
    ]


def twin(unit: Unit, actor: Actor, case: Case) -> str:
    """The reference of a likely twin, "" without one."""
    brief = next((each for each in cases.briefs(unit, actor, [case.id])), None)
    return belonging.twins(unit, actor, [brief]).get(case.id, "") if brief else ""


def related(unit: Unit, actor: Actor, case: Case, address: Address) -> list[RelatedLine]:
    """Linked ones first; one that is linked and of the same person stands there once."""
    linked = belonging.linked(unit, actor, case)
    known = {each.id for each in linked}
    same = [each for each in belonging.of_person(unit, actor, case) if each.id not in known]
    here = address.case(case.reference, "/related")
    return [
        *_related(unit, case, linked, address, N_("Linked by a clerk"), here),
        *_related(unit, case, same, address, N_("Of the same person"), ""),
    ]


def ways(unit: Unit, actor: Actor, case: Case, address: Address) -> list[Link]:
    """From a case to its tasks and to those it belongs together with, with how many there are."""
    locale = address.locale
    whole = (case, *(part.case for part in mergers.parts(unit, case)))
    waiting = sum(task.done_at is None for each in whole for task in to_do.of_case(unit, each))
    others = len({each.id for each in (*belonging.linked(unit, actor, case), *belonging.of_person(unit, actor, case))})
    made = ((N_("Tasks: %(number)s open"), waiting, "/tasks"), (N_("Related cases: %(number)s"), others, "/related"))
    onward = ((N_("Merge with another case"), "/mergers"), (N_("Open a second case from it"), "/splits"))
    return [
        *(
            Link(translate(locale, words, number=number), address.case(case.reference, below))
            for words, number, below in made
        ),
        *(
            Link(translate(locale, words), address.case(case.reference, below))
            for words, below in (onward if case.closed_at is None else ())
        ),
    ]


def _related(
    unit: Unit, case: Case, found: Sequence[Brief], address: Address, why: str, unlink: str
) -> list[RelatedLine]:
    """`merge_url` where the two may be compared: both run, and are about the same service."""
    alike = {each.reference for each in found if each.service == case.service and not each.closed_at}
    locale = address.locale
    return [
        RelatedLine(
            reference=line.case.reference,
            url=address.case(line.case.reference),
            service=line.service,
            state_kind=line.state.kind,
            state_text=line.state.text,
            why=translate(locale, why),
            unlink_url=unlink,
            merge_url=compare(address, case.reference, line.case.reference)
            if case.closed_at is None and line.case.reference in alike
            else "",
        )
        for line in cases.queues.lines(unit, [Listed(each, "", pending=False) for each in found], locale)
    ]
