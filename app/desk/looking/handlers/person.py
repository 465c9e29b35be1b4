"""A person in full. First the purpose; then each look is written down with it."""

from collections.abc import Sequence
from uuid import UUID

from starlette.requests import Request

from app import identity
from app.cases import personal
from app.desk import needs
from app.desk.entering import ELSEWHERE, staff
from app.desk.looking import agreed, contacts, purposes, whole
from app.desk.looking.about import OPENED
from app.desk.looking.pages import CaseLine, PersonPage
from app.desk.looking.panels import PANELS
from app.kit import audit
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import translate_many
from app.kit.pages import Answer
from app.people import caring, finding, needing

LISTED = "listed"


def show(request: Request, unit: Unit) -> Answer:
    actor, locale, person = staff(request), request.path_params["locale"], request.path_params["person"]
    if not actor.departments:
        return ELSEWHERE
    to = f"/desk/people/{person}"
    purpose = purposes.current(unit, actor)
    if purpose is None:
        return purposes.page(request, unit, to)
    found = finding.whole(unit, person)
    if found is None:
        raise NotFound
    audit.look_first(unit, actor, None, [person], purpose.written, action=OPENED)
    if found.household:
        audit.look_first(unit, actor, None, found.household, purpose.written, action=LISTED)
    who, lines = whose(unit, person), personal.lines(unit, actor, person, locale)
    cases = {line.case.id: line.case.reference for line in lines}
    return PersonPage(
        name=found.name,
        purpose=purposes.line(unit, purpose, locale, to),
        needs=needs.of(unit, who, found.language or locale, locale),
        needs_url=f"/{locale}{to}/needs",
        care_url=f"/{locale}{to}/care",
        identity=whole.identity(found, locale, quiet=caring.supervises(actor)),
        consents_url=f"/{locale}{to}/consents",
        consents=agreed.facts(unit, person, locale),
        name_url=f"/{locale}{to}/name",
        reach=whole.reach(
            found,
            locale,
            quiet=needing.NEVER_CALL in needing.names(unit, who),
            hidden=caring.hides_address(unit, person, actor),
        ),
        household=whole.household(unit, found.household),
        panels=[panel(unit, actor, person, locale) for panel in PANELS],
        cases=_cases(lines, locale),
        further=_further(personal.elsewhere(unit, actor, person), locale),
        contacts=contacts.entries(unit, actor, person, cases, locale),
        told=contacts.told(unit, cases, locale),
        issued=contacts.issued(unit, cases, locale),
    )


def whose(unit: Unit, person: UUID) -> needing.Whose:
    """Her record, and the account that is linked to it."""
    return needing.Whose(person, identity.account_of(unit, person))


def _cases(lines: Sequence[personal.Line], locale: str) -> tuple[CaseLine, ...]:
    return tuple(
        CaseLine(
            line.service, line.case.reference, f"/{locale}/desk/cases/{line.case.reference}", line.state.kind,
            line.state.text, line.due.text, line.due.late,
        )
        for line in lines
    )  # fmt: skip


def _further(number: int, locale: str) -> str:
    """Of a confidential service nobody elsewhere hears, not even by a count."""
    if not number:
        return ""
    return translate_many(
        locale, "%(number)s open case with other offices", "%(number)s open cases with other offices", number
    )
