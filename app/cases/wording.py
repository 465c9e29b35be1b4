"""In which words a service speaks: the easy ones of its package, where it has such, to whoever asked for them. Staff
read the ordinary words, whoever the case is about."""

from typing import Protocol
from uuid import UUID

from app import catalogue
from app.kit.actor import Actor
from app.kit.db import Unit
from app.people import needing


class Sent(Protocol):
    """A case, as far as it says whose it is."""

    @property
    def version(self) -> UUID: ...

    @property
    def person_id(self) -> UUID | None: ...

    @property
    def account_id(self) -> UUID | None: ...


def eases(unit: Unit, actor: Actor) -> bool:
    """Whether this reader asked for easy words, for what she reads herself."""
    return actor.via == "web" and _asked(unit, actor.person_id, actor.account_id)


def version(unit: Unit, version_id: UUID, *, easy: bool) -> catalogue.Service:
    """The version of a service, in easy words or in ordinary ones."""
    service = catalogue.version(unit, version_id)
    return service.in_easy_words() if easy else service


def to_reader(unit: Unit, actor: Actor, version_id: UUID) -> catalogue.Service:
    """The same to whoever reads it now, a helper for instance in her own words."""
    return version(unit, version_id, easy=eases(unit, actor))


def of_case(unit: Unit, actor: Actor, case: Sent) -> catalogue.Service:
    """The same for a case. Whoever follows it by a code, without an account, reads what its person would read."""
    guest = actor.account_id is None and actor.via == "web"
    return to_person(unit, case) if guest else to_reader(unit, actor, case.version)


def to_person(unit: Unit, case: Sent) -> catalogue.Service:
    """The same to the person whose case it is: what is sent to her, or printed for her."""
    return version(unit, case.version, easy=_asked(unit, case.person_id, case.account_id))


def _asked(unit: Unit, person_id: UUID | None, account_id: UUID | None) -> bool:
    known = person_id is not None or account_id is not None
    return known and needing.EASY_WORDS in needing.names(unit, needing.Whose(person_id, account_id))
