"""Beginning to fill a form in for somebody: what it is, whom it is for, and how she comes."""

from dataclasses import replace

from starlette.requests import Request

from app import catalogue
from app.cases import hands
from app.desk import entering
from app.desk.intake_pages import Begun, Start
from app.desk.pages import Option
from app.desk.person import VIA
from app.kit import i18n, views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

WHO = N_("Choose how you know who it is.")
KNOWN = {
    "document": N_("I saw a document"),
    "attested": N_("I know the person and vouch for it"),
    "told": N_("The person says so"),
}
PROVES_LATER = N_("For some services the person has to show a document later.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, locale = entering.staff(request), request.path_params["locale"]
    form = again.form if again else Form()
    paper = form.get("paper") if again else request.query_params.get("paper", "")[:36]
    return Start(
        services=[Option(each.id, _name(unit, each, locale)) for each in hands.services(unit, actor)],
        service=form.get("service"),
        channels=[Option(via, translate(locale, VIA[via])) for via in hands.VIA],
        channel=form.get("channel") or ("post" if paper else ""),
        paper=paper,
        knowledge=[
            Option(known, translate(locale, KNOWN[known]), translate(locale, PROVES_LATER) if known == "told" else "")
            for known in hands.KNOWN
        ],
        known=form.get("known"),
        number=form.get("number"),
        name=form.get("name"),
        languages=[Option(each, i18n.language_name(each, locale)) for each in i18n.LOCALES],
        language=form.get("language") or locale,
        begun=[
            Begun(
                _name(unit, each.service, locale),
                each.whom.name,
                views.moment(each.draft.touched_at, locale, unit.town.zone),
                f"/{locale}/desk/intake/{each.draft.id}",
            )
            for each in hands.in_hand(unit, actor)
        ],
        action_url=f"/{locale}/desk/intake",
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = entering.staff(request)
    services = {each.id: each for each in hands.services(unit, actor)}
    errors: dict[str, Problem] = {}
    chosen = {
        name: _chosen(form, name, options, asks, errors)
        for name, options, asks in (
            ("service", tuple(services), N_("Choose what the person asks for.")),
            ("channel", hands.VIA, N_("Choose how it comes.")),
            ("known", hands.KNOWN, WHO),
            ("language", i18n.LOCALES, N_("Choose the language of the person.")),
        )
    }
    whom = _whom(unit, form, chosen["known"], errors)
    service = services.get(chosen["service"])
    if not whom.name and "number" not in errors and not (service and hands.opening.asks_no_name(service)):
        errors.setdefault("name", Problem(N_("Write the name, or the number of a document.")))
    if errors:
        raise Invalid(errors)
    name = whom.name or translate(chosen["language"], N_("Somebody who gave no name"))
    whom = replace(whom, name=name, paper=form.get("paper")[:36])
    draft_id = hands.begin(unit, actor, services[chosen["service"]], whom, chosen["channel"], chosen["language"])
    return See(f"/desk/intake/{draft_id}")


def _chosen(form: Form, name: str, options: tuple[str, ...], asks: str, errors: dict[str, Problem]) -> str:
    try:
        return one_of(form, name, options, required=asks)
    except Invalid as problem:
        errors |= problem.errors
        return ""


def _whom(unit: Unit, form: Form, known: str, errors: dict[str, Problem]) -> hands.Whom:
    """Somebody of the record by the number of her document, or a name only."""
    try:
        number, name = text(form, "number", most=40), text(form, "name", most=200)
    except Invalid as problem:
        errors |= problem.errors
        return hands.Whom("", known)
    found = hands.of_number(unit, number) if number else None
    if number and found is None:
        errors["number"] = Problem(N_("Nobody in the register has this number. Check it, or write only the name."))
    return hands.Whom(found[1], known, found[0]) if found else hands.Whom(name, known)


def _name(unit: Unit, service: catalogue.Service, locale: str) -> str:
    return str(catalogue.texts(unit, service, locale)("service.name"))
