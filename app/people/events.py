"""What happens to the record. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class AddressChanged(Event):
    """A person lives somewhere else, by the record."""

    person_id: UUID
    change_id: UUID


@dataclass(frozen=True)
class PersonRenamed(Event):
    """A person has another name in the record."""

    person_id: UUID
    change_id: UUID
