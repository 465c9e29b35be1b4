"""Somebody lives somewhere else by the record: she is told by every way there is to her, also who else was told."""

from app.identity import accounts, reaching
from app.identity.linking import persons
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.people.homing import AddressChanged

SUBJECT = N_("Your address in the town’s record was changed")
NEW = N_("Every department uses the new address from now on. You need not tell us again.")
TOLD = N_("The offices that work on your open cases were told. Your cases say so.")
NOT_YOU = N_("Was it not you? Call us or come to the window at once.")


def moved(unit: Unit, event: AddressChanged, *, told_offices: bool) -> None:
    """The mail names no address: whoever reads it over her shoulder learns nothing."""

    def words(locale: str) -> tuple[str, ...]:
        told = (translate(locale, TOLD),) if told_offices else ()
        return (translate(locale, SUBJECT), translate(locale, NEW), *told, translate(locale, NOT_YOU))

    reached = []
    for link in persons.of_person(unit, event.person_id):
        reaching.account(unit, link.account_id, words)
        if contact := accounts.contact(unit, link.account_id):
            reached.append(contact.email)
    reaching.record(unit, event.person_id, words, reached)
