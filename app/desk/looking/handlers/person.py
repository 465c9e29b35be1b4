"""A person in full. First the purpose; then each look is written down with it."""

from uuid import UUID

from starlette.requests import Request

from app import identity, people
from app.cases import personal
from app.desk import needs
from app.desk.entering import ELSEWHERE, staff
from app.desk.looking import purposes
from app.desk.looking.pages import CaseLine, PersonPage
from app.desk.person import reach
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, format_day, translate, translate_many
from app.kit.pages import Answer
from app.people import finding, needing

OPENED = "opened"


def show(request: Request, unit: Unit) -> Answer:
    actor, locale, person = staff(request), request.path_params["locale"], request.path_params["person"]
    if not actor.departments:
        return ELSEWHERE
    to = f"/desk/people/{person}"
    purpose = purposes.current(unit, actor)
    if purpose is None:
        return purposes.page(request, unit, to)
    found = finding.card(unit, person)
    record = people.record(unit, person) if found else None
    if found is None or record is None:
        raise NotFound
    audit.look_first(unit, actor, None, [person], purpose.written, action=OPENED)
    lead = translate(locale, N_("Born %(day)s"), day=format_day(finding.day(found.born), locale)) if found.born else ""
    return PersonPage(
        name=found.name,
        others=found.others,
        lead=lead,
        purpose=purposes.line(unit, purpose, locale, to),
        needs=needs.of(unit, whose(unit, person), record.language or locale, locale),
        needs_url=f"/{locale}{to}/needs",
        reach=reach(record, locale),
        cases=_cases(unit, actor, person, locale),
        further=_further(personal.elsewhere(unit, actor, person), locale),
    )


def whose(unit: Unit, person: UUID) -> needing.Whose:
    """Her record, and the account that is linked to it."""
    return needing.Whose(person, identity.account_of(unit, person))


def _cases(unit: Unit, actor: Actor, person: UUID, locale: str) -> tuple[CaseLine, ...]:
    return tuple(
        CaseLine(
            line.service, line.case.reference, f"/{locale}/desk/cases/{line.case.reference}", line.state.kind,
            line.state.text, line.due.text, line.due.late,
        )
        for line in personal.lines(unit, actor, person, locale)
    )  # fmt: skip


def _further(number: int, locale: str) -> str:
    """Of a confidential service nobody elsewhere hears, not even by a count."""
    if not number:
        return ""
    return translate_many(
        locale, "%(number)s open case with other offices", "%(number)s open cases with other offices", number
    )
