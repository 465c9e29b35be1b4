"""What happens to mandates. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class MandateGiven(Event):
    """A person lets somebody act for her, who has not said yes yet."""

    person_id: UUID
    mandate_id: UUID


@dataclass(frozen=True)
class MandateAccepted(Event):
    """The helper said yes: it can be used."""

    person_id: UUID
    mandate_id: UUID


@dataclass(frozen=True)
class MandateEnding(Event):
    """Its last day comes near."""

    person_id: UUID
    mandate_id: UUID


@dataclass(frozen=True)
class MandateEnded(Event):
    """It can be used no more. `why` as in the table."""

    person_id: UUID
    mandate_id: UUID
    why: str


@dataclass(frozen=True)
class MandateNewsChanged(Event):
    """Other people than before get the notices: she chose it herself, or said so to a clerk."""

    person_id: UUID
    mandate_id: UUID
    by_clerk: bool
