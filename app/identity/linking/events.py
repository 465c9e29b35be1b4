"""What happens around who somebody is. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class LinkCodeMade(Event):
    """There is a code that makes an account this person's."""

    person_id: UUID
    code_id: UUID


@dataclass(frozen=True)
class PersonLinked(Event):
    """An account is this person from now on."""

    person_id: UUID
    account_id: UUID
    link_id: UUID


@dataclass(frozen=True)
class PersonUnlinked(Event):
    """An account is this person no more. `reason`: owner, or why a clerk ended it."""

    person_id: UUID
    account_id: UUID
    link_id: UUID
    reason: str
