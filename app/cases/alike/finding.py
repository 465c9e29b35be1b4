"""Cases that report the same as a draft, as everybody may read of them. Its own SELECTs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app import catalogue, forms
from app.cases import answers, law, queries, showing
from app.cases.alike import indexing, likeness, seeing
from app.cases.alike.models import CaseLikeness, SeenToo
from app.cases.models import CaseFile
from app.cases.queries import Case
from app.cases.views import state
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.durations import shift_day
from app.kit.i18n import translate_many
from app.kit.views import When, day

MOST = 5
"""Shown on a page; whoever reads five and finds none goes on."""
LOOKED_AT = 60
WEB = "web"
ANY = (WEB, "counter", "phone", "post")

C, L, S = db.table(CaseFile).c, db.table(CaseLikeness).c, db.table(SeenToo).c
ALIKE = (
    select(*C)
    .where(
        C.id.in_(select(L.case_id).where(L.token.in_(bindparam("tokens", expanding=True)))),
        C.service == bindparam("service"),
        C.via.in_(bindparam("via", expanding=True)),
        C.closed_at.is_(None),
        C.started_at.is_not(None),
        C.received_at >= bindparam("since"),
    )
    .order_by(C.received_at.desc(), C.id)
    .limit(LOOKED_AT)
)
COUNT = select(func.count()).where(S.case_id == bindparam("case"))


@dataclass(frozen=True)
class Alike:
    """`lines`: what the package shows of it; `near`: so few metres away that both phones say so. `mark` names it on
    this page alone. `mine`: the reader reported it herself; `seen`: she said that she sees it; `told`: she is told."""

    case: Case
    lines: Sequence[forms.Lines]
    since: When
    state: str
    kind: str
    count: int
    others: str
    mark: str = ""
    near: bool = False
    metres: int = 0
    mine: bool = False
    seen: bool = False
    told: bool = False


def asks(service: catalogue.Service, given: Mapping[str, Any], asked: str) -> bool:
    """Whether it is time to look for others: the last answer is there that they are found by."""
    return asked in asked_by(service) and is_asked(service, given)


def is_asked(service: catalogue.Service, given: Mapping[str, Any]) -> bool:
    """Whether all is answered that others are found by."""
    names = asked_by(service)
    return bool(names) and all(given.get(name) is not None for name in names)


def asked_by(service: catalogue.Service) -> frozenset[str]:
    """The questions by which others are found."""
    return frozenset(name.partition(".")[0] for name in (service.duplicates.by if service.duplicates else ()))


def alike(
    unit: Unit, actor: Actor, service: catalogue.Service, draft_id: UUID, given: Mapping[str, Any], locale: str
) -> tuple[Alike, ...]:
    """The likeliest first: near ones, then those that many see, then the newest."""
    near = cases(unit, service, given, actor.via)
    found = [_alike(unit, actor, service, draft_id, given, case, locale) for case in near]
    return tuple(sorted(found, key=lambda one: (not one.near, -one.count))[:MOST])


def marked(
    unit: Unit, actor: Actor, service: catalogue.Service, draft_id: UUID, given: Mapping[str, Any], mark: str
) -> Case | None:
    """The one of this mark on the page of a draft, if it is still open and not this actor's own."""
    for case in cases(unit, service, given, actor.via):
        if seeing.mark(unit, draft_id, case.id) == mark and not is_hers(actor, case):
            return case
    return None


def cases(unit: Unit, service: catalogue.Service, given: Mapping[str, Any], via: str = WEB) -> list[Case]:
    """What an office wrote down is found by an office alone: no page told that person that others read it."""
    settings = service.duplicates
    if settings is None:
        return []
    streets = indexing.streets(unit)
    tokens = indexing.tokens(unit, service, likeness.marks(service, given, streets, settings.metres))
    if not tokens:
        return []
    today = law.today(unit)
    since = unit.now - timedelta(days=(today - shift_day(today, f"-{settings.within}")).days)
    rows = db.rows(unit, ALIKE, tokens=tokens, service=service.id, since=since, via=(WEB,) if via == WEB else ANY)
    found = [Case._make(row) for row in rows]
    return [each for each in found if likeness.are_alike(service, given, answers.current(unit, each.id), streets)]


def _alike(
    unit: Unit,
    actor: Actor,
    service: catalogue.Service,
    draft_id: UUID,
    given: Mapping[str, Any],
    case: Case,
    locale: str,
) -> Alike:
    seen = seeing.seen(unit, actor, case.id)
    return replace(
        read(unit, case, locale),
        mark=seeing.mark(unit, draft_id, case.id),
        near=likeness.is_near(service, given, answers.current(unit, case.id)),
        metres=service.duplicates.metres if service.duplicates else 0,
        mine=is_hers(actor, case),
        seen=seen is not None,
        told=seen is not None and seen.account_id is not None,
    )


def read(unit: Unit, case: Case, locale: str) -> Alike:
    """A case as everybody may read it, whoever asks."""
    service = catalogue.version(unit, case.version)
    stands = state.state(unit, case, service, locale, for_staff=False)
    return Alike(
        case=case,
        lines=_lines(unit, service, answers.current(unit, case.id), locale),
        since=day(law.calendar(unit).day_of(case.received_at), locale),
        state=stands.text,
        kind="sent" if stands.kind == "yours" else stands.kind,
        count=count(unit, case.id),
        others=others(unit, case.id, locale),
    )


def _lines(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> tuple[forms.Lines, ...]:
    """Of a position the words, never where it is."""
    said, around = showing.words(unit, service, locale), showing.around(unit, service, locale)
    found = []
    for name in service.duplicates.show if service.duplicates else ():
        field, answer = service.form.fields[name], filed.get(name)
        if field.type == "position" and answer is not None:
            answer = {"words": answer.get("words", "")}
        if lines := forms.show(field, answer, said, around):
            found.append(lines)
    return tuple(found)


def is_hers(actor: Actor, case: Case) -> bool:
    """Whether the reader reported it herself."""
    who = queries.who(actor)
    return (case.account_id is not None and case.account_id == who["account"]) or (
        case.account_id is None and case.session_id is not None and case.session_id in (who["session"], who["guest"])
    )


def others(unit: Unit, case_id: UUID, locale: str) -> str:
    """The same in words; nothing where nobody said so."""
    number = count(unit, case_id)
    if not number:
        return ""
    return translate_many(locale, "%(number)s person sees it too", "%(number)s people see it too", number)


def count(unit: Unit, case_id: UUID) -> int:
    """How many others see what a case reports."""
    return int(db.value(unit, COUNT, case=case_id))
