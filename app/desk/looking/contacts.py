"""What passed between a person and the town, as far as this clerk may see it: calls and visits, messages, notices, and
the documents that were issued."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app import catalogue, documents, notifications
from app.cases import hands, personal
from app.desk.person import CHANNELS
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, direction, lang_tag, listed, translate
from app.kit.views import When, moment

MOST = 20
STATES = {
    "queued": N_("on its way"),
    "sent": N_("sent"),
    "failed": N_("could not be sent"),
    "bounced": N_("came back"),
}


class Entry(NamedTuple):
    """One line of a timeline; `place` is for what is to come, of which there is nothing here."""

    title: str
    when: When
    by: str
    lines: Sequence[str]
    place: str = ""


class Notice(NamedTuple):
    """What she was told: its subject in her language, by which ways, and what became of it."""

    subject: str
    lang: str
    dir: str
    when: When
    ways: str


class Issued(NamedTuple):
    title: str
    url: str
    reference: str
    when: When


Cases = dict[UUID, str]
"""References by id: those that this clerk may see."""


def entries(unit: Unit, actor: Actor, person: UUID, cases: Cases, locale: str) -> tuple[Entry, ...]:
    """Calls and visits of the clerk's departments, and when somebody wrote; the newest first."""
    zone = unit.town.zone
    found: list[tuple[datetime, Entry]] = []
    for call in hands.of_person(unit, person, MOST):
        if call.department in actor.departments:
            office = str(catalogue.department_name(unit, call.department, locale))
            said = tuple(filter(None, (call.about, call.outcome)))
            title = translate(locale, hands.WORDS[call.channel][1])
            found.append((call.at, Entry(title, moment(call.at, locale, zone), office, said)))
    for case, at, ours in personal.messages(unit, list(cases)):
        title = translate(locale, N_("The office wrote") if ours else N_("The person wrote"))
        found.append((at, Entry(title, moment(at, locale, zone), cases[case], ())))
    return tuple(entry for _, entry in sorted(found, key=lambda each: each[0], reverse=True)[:MOST])


def told(unit: Unit, cases: Cases, locale: str) -> tuple[Notice, ...]:
    """What she was told about these cases, the newest first."""
    found = []
    for case in list(cases)[:MOST]:
        ways: dict[str, list[str]] = {}
        for way in notifications.deliveries(unit, case):
            state = translate(locale, STATES.get(way.state, way.state))
            channel = translate(locale, CHANNELS.get(way.channel, way.channel))
            said = translate(locale, N_("%(channel)s: %(state)s"), channel=channel, state=state)
            ways.setdefault(way.kind, []).append(said)
        for notice in notifications.told(unit, case):
            other = notice.locale != locale
            line = Notice(
                notice.subject, lang_tag(notice.locale) if other else "", direction(notice.locale) if other else "",
                moment(notice.at, locale, unit.town.zone), listed(dict.fromkeys(ways.get(notice.kind, ())), locale),
            )  # fmt: skip
            found.append((notice.at, line))
    return tuple(line for _, line in sorted(found, key=lambda each: each[0], reverse=True)[:MOST])


def issued(unit: Unit, cases: Cases, locale: str) -> tuple[Issued, ...]:
    """The documents of these cases."""
    return tuple(
        Issued(
            line.title, f"/{locale}/desk/cases/{reference}/documents/{line.id}", reference,
            moment(line.issued_at, locale, unit.town.zone),
        )
        for case, reference in list(cases.items())[:MOST]
        for line in documents.of_case(unit, case, locale)
    )  # fmt: skip
