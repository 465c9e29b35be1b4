"""Who hears that an account became somebody: the account, others of the same person, and the record's own address."""

from collections.abc import Sequence
from uuid import UUID

from app import notifications, people
from app.identity import accounts
from app.identity.linking import persons
from app.identity.linking.ending import OWNER
from app.identity.linking.events import LinkCodeMade, PersonLinked, PersonUnlinked
from app.kit.db import Unit
from app.kit.i18n import LOCALES, N_, translate

NOT_YOU = N_("Was it not you? Call 010 or come to the window at once.")
KNOWN = N_("The town knows now who you are")
WELCOME = N_("Your account is connected with your record. From now on we fill in what we have.")
ANOTHER = N_("An account was connected with your record")
SINCE = N_("Whoever opens that account is you for the town: it fills in what we have of you.")
ENDED = N_("Your account is no longer connected with your record")
NO_MORE = N_("We no longer fill in forms in this account. What you sent from it stays yours.")
WHY = {
    "asked": N_("The town ended it because you asked."),
    "mistaken": N_("The town ended it: it was another person’s record."),
    "stolen": N_("The town ended it: somebody else may have used the account."),
}
CODE = N_("A code was made that says who you are")
OPENS = N_("It was made for your record, at the window or to be sent by post. It connects one more account with it.")


def linked(unit: Unit, event: PersonLinked) -> None:
    """The owner is welcomed; whoever was this person before is warned, by every way that the town has to her."""
    _account(unit, event.account_id, KNOWN, (WELCOME, NOT_YOU))
    others = [link.account_id for link in persons.of_person(unit, event.person_id)]
    for account in others:
        if account != event.account_id:
            _account(unit, account, ANOTHER, (SINCE, NOT_YOU))
    reached = [contact.email for id in others if (contact := accounts.contact(unit, id))]
    _record(unit, event.person_id, reached, ANOTHER, (SINCE, NOT_YOU))


def code_made(unit: Unit, event: LinkCodeMade) -> None:
    for link in persons.of_person(unit, event.person_id):
        _account(unit, link.account_id, CODE, (OPENS, NOT_YOU))


def unlinked(unit: Unit, event: PersonUnlinked) -> None:
    """Its owner hears of it; of a clerk's hand also in the words of why."""
    body = (NO_MORE, NOT_YOU) if event.reason == OWNER else (NO_MORE, WHY[event.reason], NOT_YOU)
    _account(unit, event.account_id, ENDED, body)


def _account(unit: Unit, account_id: UUID, subject: str, body: Sequence[str]) -> None:
    contact = accounts.contact(unit, account_id)
    if contact is None:
        return
    to = notifications.Recipient(
        locale=contact.locale, account_id=account_id, email=contact.email, channels=("email", "portal")
    )
    label = translate(contact.locale, N_("Who you are"))
    _send(unit, to, subject, body, notifications.Link("/me/person", label))


def _record(unit: Unit, person_id: UUID, reached: Sequence[str], subject: str, body: Sequence[str]) -> None:
    """At the address that the record has, where no account was told there."""
    record = people.record(unit, person_id)
    known = str(record.email.value) if record and record.email else ""
    if record is None or known.lower() in [each.lower() for each in reached]:
        return
    to = notifications.Recipient(
        locale=record.language if record.language in LOCALES else LOCALES[0],
        person_id=person_id,
        email=known,
        address=(record.name, *record.lines()),
        channels=("email",) if known else ("letter",),
    )
    _send(unit, to, subject, body, None)


def _send(
    unit: Unit,
    to: notifications.Recipient,
    subject: str,
    body: Sequence[str],
    link: notifications.Link | None,
) -> None:
    said = tuple(translate(to.locale, words) for words in body)
    notifications.notify(unit, notifications.Notice("alert", to, translate(to.locale, subject), said, link))
