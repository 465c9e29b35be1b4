"""The queue as it stands on the left of the desk."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app import cases, identity, people
from app.cases.queues import MOST, Line
from app.desk import person
from app.desk.queue_pages import Queue, QueueLine, Tab
from app.desk.queues.filters import chosen, filters
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate

TITLES = {
    "mine": N_("My queue"),
    "nobody": N_("Cases that nobody has"),
    "waiting": N_("Waiting for the person"),
    "all": N_("All open cases"),
}
NOBODY = UUID(int=0)
TABS = {"mine": N_("Mine"), "nobody": N_("Nobody’s"), "waiting": N_("Waiting"), "all": N_("All")}


def pane(unit: Unit, actor: Actor, address: Address, opened: UUID | None = None) -> Queue:
    """The part of the queue that an address asks for; `opened` is the case beside it."""
    locale, wanted = address.locale, address.wanted
    found = cases.queues.open_cases(unit, actor, wanted)
    lines = cases.queues.lines(unit, found.cases, locale)
    twins = cases.together.related.twins(unit, actor, [line.case for line in lines])
    staff = identity.colleagues(unit, actor.departments)
    parted = filters(unit, actor, address, staff)
    return Queue(
        url=address.queue(),
        title=translate(locale, TITLES[wanted.tab]),
        summary=_summary(found.counts, locale),
        tabs=tuple(
            Tab(
                translate(locale, words), counted(found.counts.get(tab, 0)), address.tab(tab).queue(), tab == wanted.tab
            )
            for tab, words in TABS.items()
        ),
        filters=parted,
        chosen=chosen(parted, locale),
        whole_url=address.tab(wanted.tab).queue(),
        filter_url=f"/{locale}/desk/cases",
        kept=(("tab", wanted.tab),) if wanted.tab != "all" else (),
        lines=queue_lines(unit, address, lines, {each.id: each.name for each in staff}, opened, twins),
        save_url=f"/{locale}/desk/views{address.page().query}" if wanted.chosen else "",
        batch_url=f"/{locale}/desk/batches{address.page().query}" if lines else "",
        poll_url="" if wanted.tab == "waiting" else address.news(unit.now),
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


def queue_lines(
    unit: Unit,
    address: Address,
    lines: Sequence[Line],
    staff: Mapping[UUID, str],
    opened: UUID | None = None,
    twins: Mapping[UUID, str] | None = None,
) -> tuple[QueueLine, ...]:
    """Cases as a list shows them: what it is, of whom, how it stands, and who has it."""
    unnamed = [line.case.person_id for line in lines if not line.who and line.case.person_id]
    names = people.names(unit, unnamed) if unnamed else {}
    return tuple(
        QueueLine(
            reference=line.case.reference,
            url=address.case(line.case.reference),
            service=line.service,
            who=line.who
            or (line.case.person_id and names.get(line.case.person_id or NOBODY))
            or person.unnamed(line.case, address.locale),
            state_kind=line.state.kind,
            state_text=line.state.text,
            due_text=line.due.text,
            late=line.due.late,
            open=line.case.id == opened,
            assignee=staff.get(line.case.assignee, "") if line.case.assignee else "",
            twin=(twins or {}).get(line.case.id, ""),
        )
        for line in lines
    )
