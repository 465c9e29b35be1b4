"""Telling somebody that she was named: who did, for which service, until when. What it says she reads on her page."""

from datetime import date
from uuid import UUID

from app import catalogue, people
from app.cases.queries import Case
from app.identity import linked
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate

SUBJECT = N_("You are named in a request: do you agree?")
WHO = N_("%(name)s named you in this request: %(service)s.")
LOOK = N_("Look at it on your page, then say yes or no. You need not give a reason.")
NO_PAGE = N_("You have no page yet? Call us, or come to the window with a document.")
LAST = N_("The last day is %(day)s. If you say nothing, the request goes on without you.")
LINK = N_("To the question")


def ask(unit: Unit, case: Case, confirmation_id: UUID, person_id: UUID, until: date | None) -> None:
    """By every way there is to her; a mail says nothing of what was answered."""
    name = people.name(unit, case.person_id) if case.person_id else ""

    def words(locale: str) -> tuple[str, ...]:
        service = catalogue.version(unit, case.version)
        said = str(catalogue.texts(unit, service, locale)("service.name"))
        last = translate(locale, LAST, day=format_day(until, locale, "full")) if until else ""
        lines = (translate(locale, WHO, name=name, service=said), translate(locale, LOOK), last)
        return (translate(locale, SUBJECT), *(line for line in lines if line), translate(locale, NO_PAGE))

    linked.reach(unit, person_id, words, (f"/me/confirmations/{confirmation_id}", LINK))
