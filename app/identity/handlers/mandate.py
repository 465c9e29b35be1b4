"""Mandates on my page: given, received, accepted, ended."""

from datetime import timedelta

from starlette.requests import Request

from app.identity.handlers.person import who
from app.identity.mandating import asking, ending, giving, hearing, over, pages
from app.kit import guard
from app.kit.actor import BOTH
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Page, See
from app.kit.views import again_errors

DAY = timedelta(days=1)
NOT_ONE = N_("This code does not fit your address, or it is not open any more. Check it with the person you help.")


def index(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    return pages.lines(unit, actor.account_id, actor.person_id, locale)


def new(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    locale = request.path_params["locale"]
    if request.state.actor.person_id is None:
        return See("/me/mandates")
    form = again.form if again else Form()
    return pages.NewMandate(
        errors=again_errors(again, locale),
        email=form.get("email"),
        services=asking.services(unit, locale),
        chosen=tuple(form.texts.get("services", ())),
        rights=asking.rights(locale),
        right=form.get("rights"),
        spans=asking.spans(unit, locale),
        span=form.get("until"),
        question=translate(locale, hearing.QUESTION),
        hint=translate(locale, hearing.HINT),
        notices=asking.notices(locale),
        told=form.get("notices") or BOTH,
    )


def count(request: Request, form: Form) -> None:
    """Each sends a mail to an address that somebody typed."""
    guard.limit(request.state.town, "mandate-of", who(request), 10, DAY)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    if actor.person_id is None:
        raise giving.Unknown(path="/me/person", link=N_("Who you are"))
    wanted = asking.read(unit, form)
    giving.give(
        unit, actor, actor.person_id, wanted.email, wanted.services, wanted.acts, wanted.until, notices=wanted.notices
    )
    return See("/me/mandates", said="mandate_given")


def enter_code(request: Request, unit: Unit, again: Again | None = None) -> Page:
    return pages.Code(again_errors(again, request.path_params["locale"]))


def count_codes(request: Request, form: Form) -> None:
    """Nobody guesses forty bits that fit one address only."""
    guard.limit(request.state.town, "mandate-code-from", guard.client(request), 60, DAY)


def use_code(request: Request, form: Form, unit: Unit) -> See:
    typed = text(form, "code", required=N_("Enter the code: 8 letters and digits."), most=40)
    if not giving.bring(unit, request.state.actor, typed):
        raise Invalid({"code": Problem(NOT_ONE)})
    return See("/me/mandates")


def accept(request: Request, form: Form, unit: Unit) -> See:
    over.insist(unit, request.state.actor, request.path_params["mandate"])
    giving.accept(unit, request.state.actor, request.path_params["mandate"])
    return See(f"/me/mandates/{request.path_params['mandate']}", said="mandate_accepted")


def ask_end(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    over.insist(unit, request.state.actor, request.path_params["mandate"])
    held, side = ending.own(unit, request.state.actor, request.path_params["mandate"])
    line = pages.given if side == ending.GIVER else pages.received
    return pages.MandateEnd(line(unit, held, locale))


def end(request: Request, form: Form, unit: Unit) -> See:
    over.insist(unit, request.state.actor, request.path_params["mandate"])
    ending.end(unit, request.state.actor, request.path_params["mandate"])
    return See("/me/mandates", said="mandate_ended")
