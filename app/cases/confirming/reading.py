"""What others said whom a case names. Every SELECT of it is here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from markupsafe import Markup
from sqlalchemy import bindparam, select

from app import catalogue, forms, people, workflow
from app.cases import answers, queries, showing
from app.cases.confirming.models import CaseConfirmation
from app.cases.queries import Case
from app.cases.views import withheld
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.views import When, day

ASKED, AGREED, DECLINED, MINOR, UNKNOWN = "asked", "agreed", "declined", "minor", "unknown"
K = db.table(CaseConfirmation).c
ROWS = select(*K)
OF_CASE = ROWS.where(K.case_id == bindparam("case")).order_by(K.id)
ONE = ROWS.where(K.id == bindparam("id"))
HERS = ONE.where(K.person_id == bindparam("person"))
WAITING = ROWS.where(K.person_id == bindparam("person"), K.state == ASKED).order_by(K.id.desc()).limit(20)
"""Also of cases that went on without her, which stay as they were asked: the newest first."""
TO_HER = {
    ASKED: N_("Asked. Has not said yes yet"),
    AGREED: N_("Has said yes"),
    DECLINED: N_("Asked. Has not said yes yet"),
    MINOR: N_("A minor in your care"),
    UNKNOWN: N_("Not in your household by the town’s record, so we did not ask. An adult tells us alone"),
}
"""What who named them reads: that somebody said no is as if she had said nothing."""
TO_STAFF = {
    ASKED: N_("Asked, no answer yet"),
    AGREED: N_("Said yes"),
    DECLINED: N_("Said no"),
    MINOR: N_("A minor in the care of the person"),
    UNKNOWN: N_("Not asked: not in the household by the record, or a minor in the care of somebody else"),
}
KINDS = {ASKED: "yours", AGREED: "done", DECLINED: "refused", MINOR: "done", UNKNOWN: "closed"}
QUIET = {**KINDS, DECLINED: "yours"}


@dataclass(frozen=True)
class Other:
    """Somebody whom the case names, and what she said. `url` is where a clerk writes it down for her."""

    name: str
    kind: str
    state: str
    when: When | None
    url: str = ""


@dataclass(frozen=True)
class Question:
    """What somebody is asked who was named, in words of the package; `facts` are the answers she may read."""

    id: UUID
    case_id: UUID
    service: str
    title: str
    means: Sequence[str]
    agree: str
    decline: str
    facts: Sequence[tuple[str, Sequence[Markup]]]
    by: str
    until: When | None
    state: str
    open: bool


def agreed(unit: Unit, case_id: UUID) -> frozenset[UUID] | None:
    """Who goes along: who said yes, and minors in her care. None where nobody was ever asked."""
    rows = db.rows(unit, OF_CASE, case=case_id)
    if not rows:
        return None
    return frozenset(row.person_id for row in rows if row.person_id and row.state in (AGREED, MINOR))


def waits(unit: Unit, case_id: UUID) -> bool:
    """Whether somebody has not said yes. A no is waited for as long as no answer: a case that went on at once would
    tell who named her what she said."""
    return any(row.state in (ASKED, DECLINED) for row in db.rows(unit, OF_CASE, case=case_id))


def hers(unit: Unit, actor: Actor, confirmation_id: UUID) -> Any:
    """One in which this actor herself is asked, or as if it were not there."""
    found = db.row(unit, HERS, id=confirmation_id, person=actor.person_id) if actor.person_id else None
    if found is None:
        raise NotFound
    return found


def of_case(unit: Unit, case: Case, confirmation_id: UUID) -> Any:
    """One of this case, for a clerk who has it open."""
    found = db.row(unit, ONE, id=confirmation_id)
    if found is None or found.case_id != case.id:
        raise NotFound
    return found


def others(unit: Unit, case: Case, locale: str, *, for_staff: bool, address: str = "") -> tuple[Other, ...]:
    """Everybody whom the case names, in its order."""
    rows = db.rows(unit, OF_CASE, case=case.id)
    if not rows:
        return ()
    filed, action = answers.current(unit, case.id), invitation(catalogue.version(unit, case.version))
    words, kinds = (TO_STAFF, KINDS) if for_staff else (TO_HER, QUIET)
    stands = stands_open(unit, case)
    return tuple(
        Other(
            name=_name(filed, row, action),
            kind=kinds[row.state],
            state=translate(locale, words[row.state]),
            when=day(_local(unit, row.said_at), locale) if row.said_at and (for_staff or row.state == AGREED) else None,
            url=f"{address}/{row.id}" if address and stands and row.state in (ASKED, AGREED, DECLINED) else "",
        )
        for row in rows
    )


def question(unit: Unit, row: Any, locale: str) -> Question:
    """What she reads before she says yes or no, and nothing else of the case."""
    case = queries.case(unit, row.case_id)
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    texts, action = catalogue.texts(unit, service, locale), invitation(service)
    words, around = showing.words(unit, service, locale), showing.around(unit, service, locale, filed)
    by = people.name(unit, case.person_id) if case.person_id else ""
    kept = withheld.from_paper(unit, case)
    facts = []
    for id in action.shows if action else ():
        field, given = service.form.fields[id], filed.get(id)
        if given is not None:
            hidden = translate(locale, N_("Protected")) if withheld.is_kept(service, id, kept) else ""
            lines = [[(hidden, False)]] if hidden else forms.show(field, given, words, around)
            facts.append((words.label(field.path), [_line(line) for line in lines]))

    def say(part: str) -> str:
        return str(texts(f"confirmation.{part}", name=by))

    return Question(
        id=row.id,
        case_id=row.case_id,
        service=str(texts("service.name")),
        title=say("question"),
        means=say("meaning").splitlines(),
        agree=say("agree"),
        decline=say("decline"),
        facts=facts,
        by=by,
        until=day(row.until, locale) if row.until else None,
        state=row.state,
        open=stands_open(unit, case),
    )


def waiting(unit: Unit, actor: Actor, locale: str) -> tuple[Question, ...]:
    """What somebody is asked now."""
    rows = db.rows(unit, WAITING, person=actor.person_id) if actor.person_id else ()
    return tuple(found for row in rows if (found := question(unit, row, locale)).open)


def stands_open(unit: Unit, case: Case) -> bool:
    """Whether the case still waits for what others say."""
    flow = catalogue.version(unit, case.version).workflow
    return case.closed_at is None and any(way.upon == workflow.CONFIRMED for way in flow.leaving(case.state))


def invitation(service: catalogue.Service) -> workflow.Invite | None:
    found = (action for _, action in workflow.actions(service.workflow) if isinstance(action, workflow.Invite))
    return next(found, None)


def name(unit: Unit, case: Case, row: Any) -> str:
    """Who it is, as the case names her."""
    return _name(answers.current(unit, case.id), row, invitation(catalogue.version(unit, case.version)))


def _name(filed: Mapping[str, Any], row: Any, action: workflow.Invite | None) -> str:
    """As it was typed in the form."""
    rows = filed.get(row.field) or ()
    named = (str(each.get(action.name) or "") for each in rows if action and str(each.get("_id")) == row.row)
    return next(named, "")


def _line(line: Sequence[Any]) -> Markup:
    return Markup("").join(
        Markup("<bdi>{}</bdi>").format(text) if apart else Markup("{}").format(text) for text, apart in map(tuple, line)
    )


def _local(unit: Unit, at: datetime) -> date:
    return at.astimezone(ZoneInfo(unit.town.zone)).date()
