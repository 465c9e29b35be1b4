"""What the edge asks of higher rooms: who is this, what stands around the page, which content is current."""

from uuid import UUID

from app import catalogue, desk, identity, insights, notifications
from app.cases import helped
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.hooks import Frame
from app.kit.i18n import listed
from app.kit.pages import Visitor
from app.kit.panels import InNumbers
from app.kit.towns import Town
from app.people import needing


class Hooks:
    def whoami(self, unit: Unit, secret: str, locale: str) -> Actor:
        return identity.actor(unit, secret, locale)

    def typist(self, unit: Unit, token: str) -> Actor | None:
        return identity.typist(unit, token)

    def visitor(self, unit: Unit, actor: Actor) -> Visitor | None:
        if actor.account_id is None:
            return None
        return Visitor(
            name=_name(unit, actor.account_id),
            new_messages=notifications.unread(unit, actor.account_id),
            staff=actor.works_here,
            serves=bool(actor.departments),
            answers=actor.answers,
            leads=bool(actor.leads),
            administers=actor.administers,
            department=_department(unit, actor),
            shortcuts=desk.shortcuts(unit, actor.account_id) if actor.works_here else "",
            acting=_acting(unit, actor),
            large=needing.LARGE_PRINT in needing.names(unit, needing.Whose(actor.person_id, actor.account_id)),
        )

    def frame(self, unit: Unit, locale: str) -> Frame:
        town = catalogue.town(unit, locale)
        return Frame(town.name, town.address, town.hours, town.phone, town.letters)

    def content_version(self, unit: Unit) -> str:
        """Pages say what comes tomorrow, and what the last months were in numbers: each day of the town is a version of
        its own, and each time that a sum changes."""
        return f"{catalogue.content_version(unit)} {insights.version(unit)} {unit.today}"

    def in_numbers(self, unit: Unit, service: str, allowed: str | None, locale: str) -> InNumbers:
        return insights.in_numbers(unit, service, allowed, locale)

    def searched_in_vain(self, town: Town, locale: str, words: str) -> None:
        insights.searched_in_vain(town, locale, words)


def _name(unit: Unit, account_id: UUID) -> str:
    contact = identity.contact(unit, account_id)
    return (contact.name or contact.email) if contact else ""


def _acting(unit: Unit, actor: Actor) -> str:
    """Both names, where a page is about somebody whom a mandate is used for."""
    acts = helped.acting(unit, actor)
    if acts.acting_for is None or acts.account_id is None:
        return ""
    return identity.mandates.both(unit, acts.account_id, acts.acting_for, actor.locale)


def _department(unit: Unit, actor: Actor) -> str:
    if not actor.is_staff:
        return ""
    known = {department.id: department.name for department in catalogue.departments(unit, actor.locale)}
    names = sorted({role.department for role in actor.roles} & set(known))
    return listed((known[name] for name in names), actor.locale)
