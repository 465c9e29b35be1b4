"""Somebody has another name in the record: her accounts are called so, and she is told by every way there is to her."""

from app import people
from app.identity import accounts, reaching
from app.identity.linking import persons
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.people import renaming

SUBJECT = N_("Your name in the town’s record was changed")
NEW = N_("From now on we write: %(name)s. You showed us a document for it.")
OLD = N_("Documents that were issued before keep the name they were issued with.")
NOT_YOU = N_("Was it not you? Call us or come to the window at once.")


def renamed(unit: Unit, event: renaming.PersonRenamed) -> None:
    name = people.name(unit, event.person_id)
    if not name:
        return

    def words(locale: str) -> tuple[str, ...]:
        said = (translate(locale, SUBJECT), translate(locale, NEW, name=name))
        return (*said, translate(locale, OLD), translate(locale, NOT_YOU))

    told = []
    for link in persons.of_person(unit, event.person_id):
        accounts.rename(unit, link.account_id, name)
        reaching.account(unit, link.account_id, words)
        if contact := accounts.contact(unit, link.account_id):
            told.append(contact.email)
    reaching.record(unit, event.person_id, words, told)
