"""The old contacts hear at once and can say no; when the days are over the new address hears."""

from collections.abc import Mapping
from uuid import UUID

from app import notifications
from app.identity import accounts, reaching
from app.identity.regaining import verbs
from app.identity.regaining.events import RegainingBegun, RegainingEnded
from app.kit.db import Unit
from app.kit.i18n import N_, format_moment, translate

SUBJECT = N_("Your account gets another e-mail address")
WORDS = (
    N_("Somebody showed at the window who you are and lost the way into this account. It gets another e-mail address."),
    N_("It takes effect on %(when)s. Then this address and your passkeys no longer open the account."),
    N_("Was it not you? Stop it now with the link, or call us."),
)
ENDS = {
    verbs.DONE: (
        N_("Your account has this e-mail address now"),
        N_("Sign in with it. Everything that opened the account before no longer does."),
    ),
    verbs.STOPPED: (
        N_("Your account keeps its e-mail address"),
        N_("The change that was begun at the window is stopped. Nothing has changed."),
    ),
}


def begun(unit: Unit, event: RegainingBegun) -> None:
    held, contact = verbs.one(unit, event.regaining_id), accounts.contact(unit, event.account_id)
    if held is None or contact is None:
        return
    when = format_moment(held.due, contact.locale, unit.town.zone)
    body = tuple(translate(contact.locale, words, when=when) for words in WORDS)
    to = notifications.Recipient(
        locale=contact.locale, account_id=event.account_id, email=contact.email, channels=reaching.CHANNELS
    )
    stop = notifications.Mint(verbs.MINTER, {"id": str(held.id)}, translate(contact.locale, N_("Stop it")))
    notifications.notify(unit, notifications.Notice("alert", to, translate(contact.locale, SUBJECT), body, stop))
    said = reaching.said(SUBJECT, WORDS[0], N_("Was it not you? Call us or come to the window at once."))
    reaching.record(unit, held.person_id, said, (contact.email,))


def ended(unit: Unit, event: RegainingEnded) -> None:
    reaching.account(unit, event.account_id, reaching.said(*ENDS[event.why]))


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    code = verbs.code(unit, UUID(args["id"]))
    return notifications.Minted(f"/sign-in/regaining/{code}", code)
