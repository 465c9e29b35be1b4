"""Somebody named me in a request: what it says of me, and whether I agree."""

from uuid import UUID

from starlette.requests import Request

from app.cases import confirmations
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.pages import Page, See
from app.mypage.confirmation_pages import Confirmation, Fact
from app.mypage.pages import Card

SAID = {confirmations.AGREED: N_("You have said yes."), confirmations.DECLINED: N_("You have said no.")}
MORE = N_("You can change it until the request goes on.")
OVER = N_("The request has gone on. Write to the office if something is not right.")
LAST = N_("Last day: %(day)s.")


class Unsaid(Refused):
    status = 422
    words = N_("Nothing was sent. Go back and press yes or no.")


def show(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    row = confirmations.hers(unit, request.state.actor, request.path_params["confirmation"])
    asked = confirmations.question(unit, row, locale)
    said = [translate(locale, SAID[asked.state])] if asked.state in SAID else []
    return Confirmation(
        title=asked.title,
        service=asked.service,
        by=asked.by,
        facts=[Fact(*fact) for fact in asked.facts],
        means=asked.means,
        agree=asked.agree,
        decline=asked.decline,
        until=asked.until,
        said=(*said, translate(locale, MORE if asked.open else OVER)) if said or not asked.open else (),
        open=asked.open,
        state=asked.state,
        action_url=f"/{locale}/me/confirmations/{asked.id}",
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    confirmation: UUID = request.path_params["confirmation"]
    actor, says = request.state.actor, form.get("says")
    confirmations.hers(unit, actor, confirmation)
    if says not in ("yes", "no"):
        raise Unsaid(path=f"/me/confirmations/{confirmation}", link=N_("Back to the question"))
    confirmations.answer(unit, actor, confirmation, says == "yes")
    return See(f"/me/confirmations/{confirmation}", said="chosen")


def card(found: confirmations.Question, locale: str) -> Card:
    """On my page, among what needs something from me."""
    return Card(
        title=found.service,
        apart=found.by,
        url=f"/{locale}/me/confirmations/{found.id}",
        state_kind="yours",
        state_text=translate(locale, N_("You are asked")),
        text=found.title,
        meta=translate(locale, LAST, day=found.until) if found.until else "",
    )
