"""Who hears that an account became somebody: the account, others of the same person, and the record's own address."""

from app.identity import accounts, reaching
from app.identity.linking import persons
from app.identity.linking.ending import OWNER
from app.identity.linking.events import LinkCodeMade, PersonLinked, PersonUnlinked
from app.kit.db import Unit
from app.kit.i18n import N_

NOT_YOU = N_("Was it not you? Call us or come to the window at once.")
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
PAGE = ("/me/person", N_("Who you are"))


def linked(unit: Unit, event: PersonLinked) -> None:
    """The owner is welcomed; whoever was this person before is warned, by every way that the town has to her."""
    reaching.account(unit, event.account_id, reaching.said(KNOWN, WELCOME, NOT_YOU), PAGE)
    warning = reaching.said(ANOTHER, SINCE, NOT_YOU)
    all_of_her = [link.account_id for link in persons.of_person(unit, event.person_id)]
    for account in all_of_her:
        if account != event.account_id:
            reaching.account(unit, account, warning, PAGE)
    told = [contact.email for id in all_of_her if (contact := accounts.contact(unit, id))]
    reaching.record(unit, event.person_id, warning, told)


def unlinked(unit: Unit, event: PersonUnlinked) -> None:
    """Its owner hears of it; of a clerk's hand also in the words of why."""
    why = () if event.reason == OWNER else (WHY[event.reason],)
    reaching.account(unit, event.account_id, reaching.said(ENDED, NO_MORE, *why, NOT_YOU), PAGE)


def code_made(unit: Unit, event: LinkCodeMade) -> None:
    for link in persons.of_person(unit, event.person_id):
        reaching.account(unit, link.account_id, reaching.said(CODE, OPENS, NOT_YOU), PAGE)
