"""Somebody lives somewhere else: said once, known by every office that works for her, and by herself."""

from collections.abc import Sequence
from uuid import UUID

from app import identity, notifications
from app.cases import moved_home
from app.identity.linking import moved
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.people.homing import AddressChanged
from app.wiring.alerts import tell

SUBJECT = N_("The person of a case lives somewhere else now")
SEEN = N_("The case shows the old address and the new one.")


def changed(unit: Unit, event: AddressChanged) -> None:
    """Her cases say it, their clerks are told, and she reads who was."""
    told = moved_home.note(unit, event.change_id)
    for case in told:
        for account_id in _clerks(unit, case):
            contact = identity.contact(unit, account_id)
            locale = contact.locale if contact else "en"
            link = notifications.Link(f"/desk/cases/{case.reference}", translate(locale, N_("To the case")))
            tell(unit, account_id, SUBJECT, [SEEN], link=link)
    moved.moved(unit, event, told_offices=bool(told))


def _clerks(unit: Unit, case: moved_home.Told) -> Sequence[UUID]:
    """Who has the case; while nobody has it, who works in its office."""
    if case.assignee is not None:
        return [case.assignee]
    return [each.id for each in identity.colleagues(unit, [case.department])]
