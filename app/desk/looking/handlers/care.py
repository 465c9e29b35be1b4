"""Care for one person: what is said, by whom, until when; and ending it."""

from starlette.requests import Request

from app import catalogue
from app.desk.entering import open_person
from app.desk.looking import about, purposes
from app.desk.looking.about import About
from app.desk.looking.pages import CareLine, CarePage
from app.desk.pages import Option
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.inputs import Again, Form, Mistakes, one_of, text
from app.kit.pages import Answer, See
from app.kit.views import again_errors, moment
from app.people import caring

SAID, ENDED = "cared", "care_ended"
LONGEST = 300
KINDS = {
    caring.SAFETY: (N_("Take care"), N_("For example: come in twos, or meet at the window only.")),
    caring.ADDRESS: (
        N_("Protect the address"),
        N_("Only supervisors see where the person lives. Letters go by way of the town hall."),
    ),
    caring.NAMES: (N_("Do not name clerks"), N_("Messages and decisions name the office, not the clerk.")),
}


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    return about.form(request, unit, "care", lambda who: _page(unit, who, again))


def _page(unit: Unit, who: About, again: Again | None) -> CarePage:
    form = again.form if again else Form()
    return CarePage(
        name=who.name,
        person_url=who.person_url,
        action_url=who.action_url,
        purpose=who.purpose,
        current=tuple(_line(unit, each, who.action_url, who.locale) for each in caring.current(unit, who.person)),
        kinds=[
            Option(kind, translate(who.locale, label), translate(who.locale, hint))
            for kind, (label, hint) in KINDS.items()
        ],
        kind=form.get("kind"),
        words=form.get("words"),
        spans=_spans(caring.DAYS, who.locale),
        span=form.get("days"),
        defers=_spans(caring.DEFERRALS, who.locale) if caring.supervises(who.actor) else (),
        later=form.get("later"),
        why=form.get("why"),
        errors=again_errors(again, who.locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, person = open_person(request, unit)
    purpose = purposes.holding(unit, actor, f"/desk/people/{person}/care")
    wrong = Mistakes()
    kind = wrong.read(lambda: one_of(form, "kind", caring.KINDS, required=N_("Choose what it is.")), "")
    reason = N_("Write the reason. The person can read it.")
    words = wrong.read(lambda: text(form, "words", required=reason, most=LONGEST), "")
    spans = [str(each) for each in caring.DAYS]
    days = wrong.read(lambda: one_of(form, "days", spans, required=N_("Choose how long it holds.")), "")
    later, why = _deferral(actor, form, wrong)
    wrong.tell()
    department = actor.office
    caring.write(unit, actor, person, department, caring.Reason(kind, words, int(days), later, why))
    audit.record(
        unit, actor, SAID, persons=[person], purpose=purpose.written, department=department,
        shown_from=caring.after(unit, later),
    )  # fmt: skip
    return See(f"/desk/people/{person}", said="cared")


def end(request: Request, form: Form, unit: Unit) -> See:
    actor, person = open_person(request, unit)
    purpose = purposes.holding(unit, actor, f"/desk/people/{person}/care")
    if told := caring.end(unit, actor, person, request.path_params["care"]):
        audit.record(unit, actor, ENDED, persons=[person], purpose=purpose.written, shown_from=told)
    return See(f"/desk/people/{person}/care", said="care_ended")


def _deferral(actor: Actor, form: Form, wrong: Mistakes) -> tuple[int, str]:
    """Only a supervisor defers, and says why; what others send here is as if it were not there."""
    later = form.get("later")
    if not caring.supervises(actor) or later not in [str(each) for each in caring.DEFERRALS]:
        return 0, ""
    reason = N_("Say why the person reads it later.")
    return int(later), wrong.read(lambda: text(form, "why", required=reason, most=LONGEST), "")


def _spans(days: tuple[int, ...], locale: str) -> list[Option]:
    return [Option(str(each), translate_many(locale, "%(number)s day", "%(number)s days", each)) for each in days]


def _line(unit: Unit, care: caring.Care, below: str, locale: str) -> CareLine:
    zone = unit.town.zone
    return CareLine(
        translate(locale, KINDS[care.kind][0]),
        care.words,
        str(catalogue.department_name(unit, care.department, locale)),
        moment(care.until, locale, zone),
        moment(care.told_from, locale, zone) if care.told_from > unit.now else None,
        f"{below}/{care.id}/end",
    )
