"""What I agreed to: given when, to whom, for what; and taking it back."""

from collections.abc import Iterator

from starlette.requests import Request

from app import catalogue, people
from app.identity import mandates
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, listed, translate
from app.kit.inputs import Form, one_of
from app.kit.pages import Page, See
from app.kit.views import When, moment
from app.mypage.consent_pages import AgreedLine, Consents, SaidLine, UseLine
from app.people import consenting, needing

CHANNELS = {"email": N_("E-mail"), "sms": N_("Text message"), "letter": N_("Letter"), "portal": N_("This portal")}
BY = {
    "": N_("by yourself"),
    "spoken": N_("told at the window, with your agreement"),
    "phone": N_("told by phone, with your agreement"),
    "signed": N_("told on paper, with your signature"),
}


def index(request: Request, unit: Unit) -> Page:
    """Where the town does not know which person she is, it uses nothing of a record."""
    actor, locale = request.state.actor, request.path_params["locale"]
    said = consenting.history(unit, actor.person_id) if actor.person_id else ()
    return Consents(
        uses=[_use(unit, what, said, locale) for what in consenting.USES] if actor.person_id else (),
        agreed=tuple(_agreed(unit, actor, locale)),
        said=[_said(unit, each, locale) for each in said],
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    if actor.person_id is None:
        raise NotFound
    what = one_of(form, "what", consenting.USES, required=N_("Something is missing"))
    consenting.say(unit, actor.person_id, what, agreed=form.get("then") == "agree", by=actor.account_id)
    return See("/me/consents", said="consent")


def _use(unit: Unit, what: str, said: tuple[consenting.Said, ...], locale: str) -> UseLine:
    title, whom, without = (translate(locale, words) for words in consenting.WORDS[what])
    latest = next((each for each in said if each.what == what), None)
    since = moment(latest.at, locale, unit.town.zone) if latest else None
    return UseLine(what, title, whom, without, latest is None or latest.agreed, since)


def _agreed(unit: Unit, actor: Actor, locale: str) -> Iterator[AgreedLine]:
    """What other pages ask of her: what she needs, who acts for her, how she is told."""
    change = translate(locale, N_("Change"))
    for told in needing.current(unit, needing.Whose(actor.person_id, actor.account_id)):
        if told.how:
            meta = f"{_day(unit, told.since, locale)} · {translate(locale, BY[told.how])}"
            title = translate(locale, N_("Offices know what you need: %(need)s"), need=needing.label(told.need, locale))
            yield AgreedLine(title, meta, f"/{locale}/me/needs", change)
    for held in mandates.given(unit, actor.person_id) if actor.person_id else ():
        if held.ended_at is None:
            helper = mandates.helper(unit, held)
            title = translate(locale, N_("%(helper)s may act for you"), helper=helper)
            meta = f"{mandates.what(unit, held, locale)} · {mandates.until(held, locale)}"
            yield AgreedLine(title, meta, f"/{locale}/me/mandates", change)
    record = people.record(unit, actor.person_id) if actor.person_id else None
    ways = [translate(locale, CHANNELS[each]) for each in (record.channels if record else ()) if each in CHANNELS]
    if ways:
        title = translate(locale, N_("You are told this way: %(ways)s"), ways=listed(ways, locale))
        yield AgreedLine(title, translate(locale, N_("To change it, tell any office.")), "", "")


def _day(unit: Unit, at: object, locale: str) -> When:
    return moment(at, locale, unit.town.zone)


def _said(unit: Unit, each: consenting.Said, locale: str) -> SaidLine:
    words = N_("Agreed: %(what)s") if each.agreed else N_("Taken back: %(what)s")
    office = str(catalogue.department_name(unit, each.department, locale)) if each.department else ""
    meta = " · ".join(filter(None, (translate(locale, BY[each.how]), office)))
    what = translate(locale, consenting.WORDS[each.what][0])
    return SaidLine(translate(locale, words, what=what), meta, moment(each.at, locale, unit.town.zone))
