"""What watching has to tell. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class LooksRaised(Event):
    """A member of staff opened many people who are not her work, or herself. `kind`: many, oneself."""

    watch_id: UUID
    account_id: UUID
    kind: str
