"""Who is away, and who stands in: recorded by herself or by her supervisor, and ended."""

from uuid import UUID

from starlette.requests import Request

from app import cases, catalogue, identity
from app.cases import lawful
from app.cases.absences import Away
from app.desk import days
from app.desk.entering import staff
from app.desk.queue_pages import Option
from app.desk.queues.absence_pages import AbsenceLine, AbsencesPage
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, listed, translate
from app.kit.inputs import Again, Form, one_of
from app.kit.pages import Page, See

FIRST, LAST = "first", "last"


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, locale = staff(request), request.path_params["locale"]
    form = again.form if again else Form()
    persons = cases.absences.may_record(unit, actor)
    team = identity.colleagues(unit, actor.departments)
    names = identity.account_names(unit, [*persons, *(each.id for each in team)])
    return AbsencesPage(
        absences=_lines(unit, persons, locale),
        persons=[Option(str(each), names.get(each, "")) for each in persons],
        who=form.get("who") or str(actor.account_id or ""),
        stand_ins=[Option(str(each.id), each.name) for each in team],
        stand_in=form.get("stand_in"),
        first=days.plain(FIRST, N_("First day"), locale, lawful.today(unit), again),
        last=days.plain(LAST, N_("Last day"), locale, lawful.today(unit), again),
        errors=days.errors(again, locale, FIRST, LAST),
        action_url=f"/{locale}/desk/absences",
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = staff(request)
    known = {str(each): each for each in cases.absences.may_record(unit, actor)}
    who = one_of(form, "who", tuple(known), required=N_("Choose who is away."))
    locale, today = request.path_params["locale"], lawful.today(unit)
    first, last = (days.read(form, name, locale, today) for name in (FIRST, LAST))
    team = {str(each.id): each.id for each in identity.colleagues(unit, actor.departments)}
    stand_in = one_of(form, "stand_in", tuple(team), required=N_("Choose who stands in."))
    cases.absences.record(unit, actor, known[who], team[stand_in], first, last)
    return See("/desk/absences", said="absence_recorded")


def end(request: Request, form: Form, unit: Unit) -> See:
    cases.absences.end(unit, staff(request), request.path_params["absence"])
    return See("/desk/absences", said="absence_ended")


def _lines(unit: Unit, persons: list[UUID], locale: str) -> list[AbsenceLine]:
    """Absences of hers and of those she leads, and those in which they stand in."""
    found = cases.absences.of_accounts(unit, persons)
    names = identity.account_names(unit, [each for away in found for each in (away.account_id, away.stand_in)])
    begun = {away.id for away in cases.absences.begun(unit)}
    return [
        _line(away, names, locale, _open(unit, away, locale), now=away.id in begun, mine=away.account_id in persons)
        for away in found
    ]


def _open(unit: Unit, away: Away, locale: str) -> str:
    """Where the stand-in does not work, and what becomes of the cases there."""
    departments = cases.absences.uncovered(unit, away)
    if not departments:
        return ""
    names = listed((str(catalogue.department_name(unit, each, locale)) for each in departments), locale)
    words = N_(
        "The stand-in does not work in: %(departments)s. Meanwhile nobody has the cases there; who leads it is told."
    )
    return translate(locale, words, departments=names)


def _line(away: Away, names: dict[UUID, str], locale: str, left: str, *, now: bool, mine: bool) -> AbsenceLine:
    return AbsenceLine(
        who=names.get(away.account_id, ""),
        days=translate(
            locale,
            N_("%(first)s to %(last)s"),
            first=format_day(away.first, locale),
            last=format_day(away.last, locale),
        ),
        stand_in=names.get(away.stand_in, ""),
        left=left,
        now=now,
        end_url=f"/{locale}/desk/absences/{away.id}" if mine else "",
        end_text=translate(locale, N_("End it now") if now else N_("Take it back")),
    )
