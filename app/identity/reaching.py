"""Reaching somebody about her ways in, her record and her mandates: an account, or a person by what the record has."""

from collections.abc import Callable, Collection, Sequence
from uuid import UUID

from app import notifications, people
from app.identity import accounts
from app.kit.db import Unit
from app.kit.i18n import LOCALES, translate

CHANNELS = ("email", "portal")
Words = Callable[[str], Sequence[str]]
"""Subject and paragraphs in a language."""
Link = tuple[str, str]
"""A path below the locale, and a message id."""


def said(subject: str, *body: str, **values: str) -> Words:
    """Sentences that are message ids, filled with values that are the same in every language."""
    return lambda locale: [translate(locale, words, **values) for words in (subject, *body)]


def account(unit: Unit, account_id: UUID, words: Words, link: Link | None = None) -> None:
    contact = accounts.contact(unit, account_id)
    if contact is None:
        return
    to = notifications.Recipient(locale=contact.locale, account_id=account_id, email=contact.email, channels=CHANNELS)
    _send(unit, to, words, link)


def address(unit: Unit, email: str, locale: str, words: Words, link: Link | None = None) -> None:
    """An address that may have no account yet."""
    _send(unit, notifications.Recipient(locale=locale, email=email, channels=("email",)), words, link)


def record(unit: Unit, person_id: UUID, words: Words, but: Collection[str] = ()) -> None:
    """By the record's own e-mail address, unless it is one of those told already; by letter where there is none."""
    known = people.record(unit, person_id)
    email = str(known.email.value) if known and known.email else ""
    if known is None or email.lower() in [each.lower() for each in but]:
        return
    to = notifications.Recipient(
        locale=known.language if known.language in LOCALES else LOCALES[0],
        person_id=person_id,
        email=email,
        address=(known.name, *known.lines()),
        channels=("email",) if email else ("letter",),
    )
    _send(unit, to, words, None)


def _send(unit: Unit, to: notifications.Recipient, words: Words, link: Link | None) -> None:
    subject, *body = words(to.locale)
    go = notifications.Link(link[0], translate(to.locale, link[1])) if link else None
    notifications.notify(unit, notifications.Notice("alert", to, subject, tuple(body), go))
