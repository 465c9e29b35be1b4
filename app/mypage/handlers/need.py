"""What I need, told once."""

from collections.abc import Sequence

from starlette.requests import Request

from app.cases import lawful
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Page, See
from app.kit.views import again_errors, moment
from app.mypage.pages import NeedLine, Needs
from app.people import needing

SOURCES = {
    needing.SELF: N_("told by you"),
    needing.REGISTER: N_("from the register"),
    "spoken": N_("told at the window, with your agreement"),
    "phone": N_("told by phone, with your agreement"),
    "signed": N_("told on paper, with your signature"),
}


def edit(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, who = request.path_params["locale"], whose(request.state.actor)
    known = needing.current(unit, who)
    return Needs(
        choices=needing.choices(known, locale),
        chosen=tuple(again.form.texts.get("needs", ())) if again else tuple(told.need for told in known),
        helper=again.form.get("helper") if again else needing.helper(known),
        history=_history(unit, needing.history(unit, who), locale),
        errors=again_errors(again, locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    who = whose(actor)
    chosen = needing.read(form, needing.current(unit, who))
    needing.tell(unit, who, chosen, needing.By(needing.SELF, actor.account_id))
    lawful.lengthen(unit, who)
    return See("/me/needs", said="needs")


def whose(actor: Actor) -> needing.Whose:
    return needing.Whose(actor.person_id, actor.account_id)


def _history(unit: Unit, told: Sequence[needing.Told], locale: str) -> tuple[NeedLine, ...]:
    """Each need with who told it and when; what no longer holds says so."""
    zone = unit.town.zone
    return tuple(
        NeedLine(
            needing.label(each.need, locale),
            each.words,
            translate(locale, SOURCES.get(each.how or each.source, SOURCES[needing.REGISTER])),
            moment(each.since, locale, zone),
            moment(each.ended, locale, zone) if each.ended else None,
        )
        for each in told
    )
