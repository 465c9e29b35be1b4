"""What needs me, what runs, what is done; my details and my rights."""

from starlette.requests import Request

from app import cases, identity, notifications, people
from app.cases import confirmations, helped
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, language_name, translate, translate_many
from app.kit.inputs import Form
from app.kit.pages import Page, See
from app.kit.views import Link, phone
from app.mypage import cards, working
from app.mypage.handlers import call, confirmation
from app.mypage.pages import Cases, Fact, Index, Offer

FEW = 5


def show(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    open_ones = cases.cards(unit, actor, locale, closed=False)
    closed = cases.cards(unit, actor, locale, closed=True, most=FEW)
    waiting = cases.waiting_cards(unit, actor, locale)
    record = people.record(unit, actor.person_id) if actor.person_id else None
    contact = identity.contact(unit, actor.account_id)
    me = f"/{locale}/me"
    return Index(
        greeting=_greeting(record, contact, locale),
        acting=_acting(unit, actor, locale),
        level_note=_level_note(actor, locale),
        offers=_offers(unit, actor, locale),
        turns=(
            *(confirmation.card(asked, locale) for asked in confirmations.waiting(unit, actor, locale)),
            *(cards.case(found, locale) for found in (*waiting, *open_ones) if found.yours),
        ),
        drafts=tuple(cards.draft(unit, found, locale) for found in cases.draft_lines(unit, actor, locale)),
        running=tuple(cards.case(found, locale) for found in open_ones if not found.yours),
        done=tuple(cards.case(found, locale) for found in closed if not found.yours),
        messages=tuple(
            cards.message(unit, told, locale) for told in notifications.notices(unit, actor.account_id, most=FEW)
        ),
        calls=call.lines(unit, actor, locale, FEW),
        details=_details(record, contact, locale),
        all_url=f"{me}/cases" if open_ones or closed else "",
        messages_url=f"{me}/messages",
        sessions_url=f"{me}/sessions",
        looks_url=f"{me}/looks",
        desk_url=f"/{locale}/desk" if actor.departments or actor.held_back else "",
        offers_passkey=identity.offers_passkey(unit, actor),
        work=working.words(unit, actor, locale),
        sign_out_url=f"/{locale}/sign-out",
    )


def index(request: Request, unit: Unit) -> Page:
    """All cases of this account: those that run, then those that are closed; `before` in the address goes on."""
    locale, actor = request.path_params["locale"], request.state.actor
    here = f"/{locale}/me/cases"
    before = request.query_params.get("before", "")
    found, further = cases.own_page(unit, actor, locale, before)
    return Cases(
        cases=tuple(cards.case(each, locale) for each in found),
        earlier=f"{here}?before={further}" if further else "",
        later=here if before else "",
    )


def join(request: Request, form: Form, unit: Unit) -> See:
    """My earlier cases join my record."""
    cases.join(unit, request.state.actor)
    return See("/me")


def _acting(unit: Unit, actor: Actor, locale: str) -> tuple[Link, ...]:
    """Whom she acts for: each has a page of her own there."""
    names = people.names(unit, [grant.person_id for grant in actor.grants]) if actor.grants else {}
    return tuple(
        Link(names[grant.person_id], f"/{locale}/me/mandates/{grant.mandate_id}")
        for grant in actor.grants
        if grant.person_id in names
    )


def claim(request: Request, form: Form, unit: Unit) -> See:
    """What a guest sent with my address is mine."""
    helped.claim(unit, request.state.actor)
    return See("/me", said="claimed")


def _greeting(record: people.Record | None, contact: identity.Contact | None, locale: str) -> str:
    name = record.name if record else contact.name if contact else ""
    return translate(locale, N_("Hello, %(name)s"), name=name) if name else translate(locale, N_("My page"))


def _level_note(actor: Actor, locale: str) -> str:
    """Level 1 proves an address; say what that means."""
    if actor.level >= 2 or actor.works_here:
        return ""
    words = N_(
        "You are signed in with your e-mail address. The town does not know yet which person you are, "
        "so we do not fill in forms for you."
    )
    return translate(locale, words)


def _offers(unit: Unit, actor: Actor, locale: str) -> tuple[Offer, ...]:
    return (*_claims(unit, actor, locale), *_apart(unit, actor, locale))


def _claims(unit: Unit, actor: Actor, locale: str) -> tuple[Offer, ...]:
    """What somebody sent as a guest with the address that this account has proven."""
    number = helped.claims(unit, actor)
    if not number:
        return ()
    said = translate_many(
        locale,
        "%(number)s case was sent without an account, with your e-mail address. Is it yours?",
        "%(number)s cases were sent without an account, with your e-mail address. Are they yours?",
        number,
    )
    return (Offer(said, f"/{locale}/me/claims", translate(locale, N_("Take into my account"))),)


def _apart(unit: Unit, actor: Actor, locale: str) -> tuple[Offer, ...]:
    earlier = cases.apart(unit, actor)
    if not earlier:
        return ()
    said = translate_many(
        locale,
        "You sent %(number)s case before we knew who you are.",
        "You sent %(number)s cases before we knew who you are.",
        earlier,
    )
    return (Offer(said, f"/{locale}/me/cases", translate(locale, N_("Add to my record"))),)


def _details(record: people.Record | None, contact: identity.Contact | None, locale: str) -> tuple[Fact, ...]:
    """What the town has, in short."""

    def say(words: str) -> str:
        return translate(locale, words)

    facts = [Fact(say(N_("Name")), record.name)] if record else []
    if contact is not None:
        facts.append(Fact(say(N_("E-mail address")), contact.email, dir="ltr"))
        facts.append(Fact(say(N_("Language")), language_name(contact.locale, locale)))
    if record and record.phone:
        facts.append(Fact(say(N_("Phone")), phone(str(record.phone.value)), dir="ltr"))
    return tuple(facts)
