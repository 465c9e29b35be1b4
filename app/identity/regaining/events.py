"""What happens when an account is regained. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class RegainingBegun(Event):
    """A clerk recorded another address for an account; it waits."""

    account_id: UUID
    regaining_id: UUID


@dataclass(frozen=True)
class RegainingEnded(Event):
    """`why`: done (the new address opens the account), stopped (by the old contact)."""

    account_id: UUID
    regaining_id: UUID
    why: str
