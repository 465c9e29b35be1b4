"""What was raised about looks of the staff."""

from starlette.requests import Request

from app.desk import staff_roles
from app.desk.handlers.staff import LIST
from app.desk.watching import raised
from app.desk.watching.pages import Line, WatchingPage
from app.desk.watching.reviewing import ONESELF
from app.kit import views
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate, translate_many
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

WATCHING = "/desk/watching"


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    staff_roles.administrator(request)
    locale, typed = request.path_params["locale"], again.form if again else Form()
    return WatchingPage(
        errors=again_errors(again, locale),
        lines=[_line(unit, each, typed, locale) for each in raised.all_raised(unit)],
        staff_url=f"/{locale}{LIST}",
    )


def see(request: Request, form: Form, unit: Unit) -> See:
    actor = staff_roles.administrator(request)
    watch = request.path_params["watch"]
    raised.see(unit, actor, watch, text(form, _field(str(watch)), most=500))
    return See(WATCHING, said="looked_into")


def _line(unit: Unit, each: raised.Raised, typed: Form, locale: str) -> Line:
    id = str(each.id)
    return Line(
        id,
        each.who,
        _told(each, locale),
        format_day(each.day, locale),
        _field(id),
        typed.get(_field(id)),
        f"/{locale}{WATCHING}/{id}",
        views.moment(each.seen_at, locale, unit.town.zone) if each.seen_at else None,
        each.seen_by,
        each.note,
    )


def _told(each: raised.Raised, locale: str) -> str:
    if each.kind == ONESELF:
        return translate(locale, N_("Opened their own data at the desk."))
    return translate_many(
        locale,
        "Opened the data of %(number)s person whose cases were somebody else’s work.",
        "Opened the data of %(number)s people whose cases were somebody else’s work.",
        each.count,
    )


def _field(id: str) -> str:
    return f"note.{id}"
