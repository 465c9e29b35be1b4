"""The old address hears at once and can say no; the new one gets a code, or hears that it has an account already."""

from collections.abc import Mapping
from uuid import UUID

from app import notifications
from app.identity import accounts, reaching
from app.identity.linking import persons
from app.identity.readdressing import changes, verbs
from app.identity.readdressing.changes import Change
from app.identity.readdressing.events import EmailAsked, EmailChanged, EmailKept, EmailProven
from app.kit.db import Unit
from app.kit.i18n import N_, format_moment, translate

NOT_YOU = N_("Was it not you? Stop it now with the link, or call us.")
CALL = N_("Was it not you? Call us or come to the window at once.")
STOP = N_("Stop it")
ASKED = (
    N_("Somebody asked for another e-mail address for your account"),
    N_("Whoever asked is signed in as you. Nothing changes before the new address is proven."),
    NOT_YOU,
)
WAITS = (
    N_("Your account gets another e-mail address"),
    N_("The new address is proven. It takes effect on %(when)s. Then this address no longer opens the account."),
    NOT_YOU,
)
CODE = (
    N_("Your code for a new e-mail address"),
    N_("Somebody wants to use this address for an account of the town. The code works for 60 minutes."),
    N_("If it was not you, do nothing."),
)
HAS_ONE = (
    N_("This address has an account already"),
    N_("Somebody asked to use it for another account. That is not possible, and nothing has changed."),
    N_("Was it you? Sign in with this address, or choose another one. If it was not you, do nothing."),
)
KEPT = {
    verbs.STOPPED: (
        N_("Your account keeps its e-mail address"),
        N_("The change to another address is stopped. Nothing has changed."),
    ),
    verbs.TAKEN: (
        N_("Your account keeps its e-mail address"),
        N_("The new address has got an account of its own meanwhile. Nothing has changed."),
    ),
}
NEW = (
    N_("Your account has this e-mail address now"),
    N_("Sign in with it. Your passkeys work as before. Elsewhere you are signed out."),
    N_("The old address no longer opens the account."),
)
OLD = (
    N_("This address no longer opens your account"),
    N_("Your account has the other address now, as you asked. The town does not write to this one any more."),
    CALL,
)
RECORD = (WAITS[0], N_("The new address is proven. It takes effect after some days."), CALL)


def asked(unit: Unit, event: EmailAsked) -> None:
    """Both at once; what the new address hears, only its reader learns."""
    change = changes.one(unit, event.change_id)
    if change is None:
        return
    _warn(unit, change, ASKED)
    new = changes.new_address(unit, change)
    other = accounts.by_email(unit, new)
    theirs = accounts.contact(unit, other or change.account_id)
    locale = theirs.locale if theirs else ""
    if other is not None:
        reaching.address(unit, new, locale, reaching.said(*HAS_ONE), ("/sign-in", N_("Sign in")))
        return
    link = notifications.Mint(verbs.MINTER, {"id": str(change.id)}, translate(locale, N_("Prove the new address")))
    to = notifications.Recipient(locale=locale, email=new, channels=("email",))
    _notify(unit, change, to, CODE, link)


def proven(unit: Unit, event: EmailProven) -> None:
    """By the old address once more, with the day, and by what else the record has."""
    change = changes.one(unit, event.change_id)
    if change is None or change.due is None:
        return
    _warn(unit, change, WAITS)
    link = persons.of_account(unit, change.account_id)
    if link is not None:
        told = (changes.old_address(unit, change), changes.new_address(unit, change))
        reaching.record(unit, link.person_id, reaching.said(*RECORD), told)


def kept(unit: Unit, event: EmailKept) -> None:
    change = changes.one(unit, event.change_id)
    if change is not None:
        reaching.account(unit, change.account_id, reaching.said(*KEPT[event.why]))


def changed(unit: Unit, event: EmailChanged) -> None:
    """The account by its new address; the old one for the last time."""
    change = changes.one(unit, event.change_id)
    if change is None:
        return
    reaching.account(unit, change.account_id, reaching.said(*NEW))
    reaching.address(unit, changes.old_address(unit, change), _locale(unit, change), reaching.said(*OLD))


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    code = changes.plain(unit, changes.CODE, UUID(args["id"]))
    return notifications.Minted(f"/me/account/code?code={code}", code)


def mint_stop(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    return notifications.Minted(f"/sign-in/readdressing/{changes.plain(unit, changes.STOP, UUID(args['id']))}")


def _warn(unit: Unit, change: Change, words: tuple[str, ...]) -> None:
    """The address that opens the account now, and my page."""
    locale = _locale(unit, change)
    to = notifications.Recipient(
        locale=locale,
        account_id=change.account_id,
        email=changes.old_address(unit, change),
        channels=reaching.CHANNELS,
    )
    _notify(unit, change, to, words, notifications.Mint(verbs.STOPPER, {"id": str(change.id)}, translate(locale, STOP)))


def _notify(
    unit: Unit,
    change: Change,
    to: notifications.Recipient,
    words: tuple[str, ...],
    link: notifications.Mint,
) -> None:
    when = format_moment(change.due, to.locale, unit.town.zone) if change.due else ""
    subject, *body = (translate(to.locale, each, when=when) for each in words)
    notice = notifications.Notice("alert", to, subject, tuple(body), link, owner=change.account_id)
    notifications.notify(unit, notice)


def _locale(unit: Unit, change: Change) -> str:
    contact = accounts.contact(unit, change.account_id)
    return contact.locale if contact else "en"
