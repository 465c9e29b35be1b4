"""A case in full, for the clerk who has it open: gathered once, frozen, without tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from app import catalogue, documents, notifications, people
from app.cases import addressees, answers, remaining, reserved, showing, timers, wording
from app.cases.alike import finding
from app.cases.confirming import reading as confirming
from app.cases.confirming.reading import Other
from app.cases.pages import Section
from app.cases.queries import Case
from app.cases.queueing import reading
from app.cases.rights import correcting, recalling, serving
from app.cases.views import (
    asked,
    clock,
    decision,
    files,
    messages,
    places,
    related,
    served,
    shown,
    split,
    state,
    timeline,
    withheld,
)
from app.cases.views.asked import Asked
from app.cases.views.clock import ClockLine, Due
from app.cases.views.decision import Decision, Pending
from app.cases.views.files import File
from app.cases.views.messages import Message, Note
from app.cases.views.related import Related
from app.cases.views.state import State
from app.cases.views.timeline import Entry
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.views import When, day, moment


@dataclass(frozen=True)
class OnDesk:
    """`meaning` is what the person reads now, in her language. `waits_until`: the last day of her turn. `record` is
    there when the town knows who she is; who asked not to be called has no phone here. `remains`: what she said that
    she still brings or sends, as she was told."""

    case: Case
    service: catalogue.Service
    service_name: str
    subject: str
    state: State
    meaning: str
    due: Due
    waits_until: When | None
    received: When
    clock: Sequence[ClockLine]
    history: Sequence[Entry]
    messages: Sequence[Message]
    notes: Sequence[Note]
    asked: Asked | None
    pending: Pending | None
    decision: Decision | None
    sections: Sequence[Section]
    files: Sequence[File]
    filed: Mapping[str, Any]
    reach: notifications.Recipient
    record: people.Record | None
    related: Sequence[Related] = ()
    served: str = ""
    seen_too: str = ""
    others: Sequence[Other] = ()
    remains: Sequence[str] = ()


def on_desk(
    unit: Unit,
    case: Case,
    locale: str,
    address: Callable[[str], str],
    actor: Actor | None = None,
    reader: Actor | None = None,
) -> OnDesk:
    """Everything about a case in the clerk's language. `address` gives that of /files/... and /documents/... below
    the case. The look is the caller's. `actor` says what she may recall, and which files she may not open;
    `reader` the latter alone."""

    def url(blob: UUID) -> str:
        return address(f"/files/{blob}/pages/1")

    def back(row: Any) -> str:
        may = actor is not None and recalling.recallable_message(unit, actor, case, row)
        return address(f"/messages/{row.id}/recall") if may else ""

    def again(row: Any) -> str:
        may = actor is not None and correcting.correctable_message(unit, case, row)
        return address(f"/messages/{row.id}/correction") if may else ""

    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    record = people.record(unit, case.person_id) if case.person_id else None
    kept = withheld.types(unit, case, actor or reader)
    quiet, hidden = withheld.PHONE in kept, withheld.ADDRESS in kept
    reach = addressees.recipient(unit, case, service, filed)
    waiting, waits = decision.pending(unit, case, service, locale), serving.waiting(unit, case.id)
    until = timers.waits_until(unit, case, service, filed)
    sections = showing.sections(unit, service, withheld.without(service, filed, kept), locale)
    along, papers = split.moved(unit, case, locale, for_staff=True, url=url)
    sent = {**files.of_case(unit, case, locale, url), **papers}
    closed = reserved.reserved_files(unit, actor or reader, case)
    written = messages.messages(unit, case, locale, for_staff=True, url=url, recall=back, correct=again)
    return OnDesk(
        case=case,
        service=service,
        service_name=name(unit, service, locale),
        subject=reading.name(unit, case),
        state=state.state(unit, case, service, locale, for_staff=True, pending=waiting is not None),
        meaning=served.means(case.locale)
        if waits
        else state.meaning(unit, case, wording.to_person(unit, case), case.locale),
        due=clock.due(unit, case, service, locale),
        waits_until=day(until, locale) if until else None,
        received=moment(case.received_at, locale, unit.town.zone),
        clock=clock.lines(unit, case, service, locale),
        history=timeline.timeline(unit, case, service, locale, for_staff=True),
        messages=(*along, *written),
        notes=messages.notes(unit, case, locale),
        asked=asked.asked(unit, case, service, locale),
        pending=waiting,
        decision=decision.decision(unit, case, service, locale, for_staff=True),
        sections=shown.sections(
            places.on_map(_open(unit, actor or reader, case, sections, locale), service, filed, locale)
        ),
        files=(*_issued(unit, case, locale, address), *(file for id, file in sent.items() if id not in closed)),
        filed=filed,
        reach=replace(reach, phone="" if quiet else reach.phone, address=() if hidden else reach.address),
        record=record
        and replace(record, phone=None if quiet else record.phone, address=None if hidden else record.address),
        related=related.lines(unit, case, locale, ""),
        served=served.latest(unit, case, locale),
        seen_too=finding.others(unit, case.id, locale),
        others=confirming.others(unit, case, locale, for_staff=True, address=address("/confirmations")),
        remains=remaining.lines(unit, case, service, locale),
    )


def name(unit: Unit, service: catalogue.Service, locale: str) -> str:
    return str(catalogue.texts(unit, service, locale)("service.name"))


def _open(
    unit: Unit, actor: Actor | None, case: Case, sections: Sequence[dict[str, Any]], locale: str
) -> list[dict[str, Any]]:
    """The answers, without the names of files that this clerk may not open."""
    closed = reserved.reserved_fields(unit, actor, case)
    said = translate(locale, N_("Sent. Only those who examine the case open these files."))
    return [
        section
        | {
            "lines": [
                line | {"answer": [[[said, False]]]} if line["field"] in closed else line for line in section["lines"]
            ]
        }
        for section in sections
    ]


def _issued(unit: Unit, case: Case, locale: str, address: Callable[[str], str]) -> list[File]:
    """What was issued, as the person has it."""
    return [
        File(
            line.title,
            address(f"/documents/{line.id}"),
            translate(
                locale,
                N_("Replaced by a newer one. Issued: %(moment)s") if line.replaced else N_("Issued: %(moment)s"),
                moment=moment(line.issued_at, locale, unit.town.zone).text,
            ),
        )
        for line in documents.of_case(unit, case.id, locale)
    ]
