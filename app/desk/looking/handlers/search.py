"""One box: a case by its reference; people by name, number, e-mail address or phone; open cases by their service."""

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.requests import Request

from app import cases, catalogue
from app.cases import applicants, personal
from app.cases.queues import Wanted
from app.desk.entering import ELSEWHERE, staff
from app.desk.handlers.queue import UnknownReference
from app.desk.looking import purposes
from app.desk.looking.pages import Applicant, Person, SearchPage, ServiceLine
from app.desk.wanted import Address
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, format_day, translate, translate_many
from app.kit.ids import parse_reference
from app.kit.pages import Answer, See
from app.kit.views import moment
from app.people import finding

LONGEST = 200
FOUND = "found"
MOST_SERVICES = 6


def index(request: Request, unit: Unit) -> Answer:
    actor, locale = staff(request), request.path_params["locale"]
    asked = " ".join(request.query_params.get("q", "")[:LONGEST].replace("\x00", " ").split())
    if case := _case(unit, actor, asked):
        return case
    if not actor.departments:
        return ELSEWHERE
    to = f"{purposes.SEARCH}?{urlencode({'q': asked})}" if asked else purposes.SEARCH
    purpose = purposes.current(unit, actor)
    if purpose is None:
        return purposes.page(request, unit, to)
    region = catalogue.profile(unit)["country"]
    answer = finding.find(unit, asked, region) if asked else finding.Answer((), False)
    applied = applicants.find(unit, actor, asked, finding.phone(asked, region), finding.MOST)
    if answer.people:
        whose = [each.id for each in answer.people]
        audit.look_first(unit, actor, None, whose, purpose.written, action=FOUND)
    if applied.applicants:
        applicants.look(unit, actor, applied.applicants, purpose.written, FOUND)
    return SearchPage(
        asked=asked,
        summary=_summary(answer, locale) if asked else "",
        people=_people(unit, actor, answer.people, locale),
        applicants=[_applicant(unit, each, locale) for each in applied.applicants],
        more_applicants=applied.more,
        services=_services(unit, actor, asked, locale, loose=not answer.people and not applied.applicants),
        purpose=purposes.line(unit, purpose, locale, to),
    )


def _case(unit: Unit, actor: Actor, asked: str) -> See | None:
    """Ten letters may also be a name; with a digit among them, or the town's letters, they are a reference. The town's
    own letters may be left out."""
    letters = catalogue.town(unit, actor.locale).letters
    reference = parse_reference(asked) or parse_reference(f"{letters}{asked}")
    if reference is None:
        return None
    try:
        return See(f"/desk/cases/{cases.desk_case(unit, actor, reference).reference}")
    except NotFound:
        whole = parse_reference(asked) is not None
        if whole and (any(c.isdigit() for c in asked) or reference.startswith(f"{letters}-")):
            raise UnknownReference(path="/desk/cases", link=N_("Back to the queue")) from None
        return None


def _people(unit: Unit, actor: Actor, found: Sequence[finding.Found], locale: str) -> tuple[Person, ...]:
    open_ones = personal.open_counts(unit, actor, [each.id for each in found])
    return tuple(
        Person(
            each.name,
            f"/{locale}/desk/people/{each.id}",
            each.others,
            tuple(filter(None, (_born(each.born, locale), _open(open_ones.get(each.id, 0), locale)))),
        )
        for each in found
    )


def _applicant(unit: Unit, one: applicants.Applicant, locale: str) -> Applicant:
    return Applicant(
        one.name or one.case.reference,
        f"/{locale}/desk/cases/{one.case.reference}",
        one.of,
        one.service,
        moment(one.at, locale, unit.town.zone),
        one.case.reference if one.name else "",
    )


def _services(unit: Unit, actor: Actor, asked: str, locale: str, *, loose: bool) -> tuple[ServiceLine, ...]:
    """The services of her departments that are called so; mistakes are forgiven where nothing else was found."""
    departments = sorted(actor.departments)
    ours = catalogue.worked_on(unit, departments)
    named = catalogue.search.called(unit, ours, asked, locale, loose=False)
    if not named and loose:
        named = catalogue.search.called(unit, ours, asked, locale, loose=True)
    return tuple(
        ServiceLine(
            each.name,
            Address(locale, Wanted(service=each.id)).queue(),
            _open(number, locale) or translate(locale, N_("No open case")),
        )
        for each in named[:MOST_SERVICES]
        for number in [cases.supervising.of_service(unit, departments, each.id).open]
    )


def _born(iso: str, locale: str) -> str:
    return translate(locale, N_("Born %(day)s"), day=format_day(finding.day(iso), locale)) if iso else ""


def _open(number: int, locale: str) -> str:
    return translate_many(locale, "%(number)s open case", "%(number)s open cases", number) if number else ""


def _summary(answer: finding.Answer, locale: str) -> str:
    number = len(answer.people)
    if answer.more:
        return translate(locale, N_("The first %(number)s people. Add a word to find fewer."), number=number)
    found = translate_many(locale, "%(number)s person found", "%(number)s people found", number) if number else ""
    return (
        found
        if not answer.alike
        else translate(locale, N_("%(found)s. No name is written so: they are alike."), found=found)
    )
