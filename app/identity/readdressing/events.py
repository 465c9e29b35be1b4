"""What happens while an account gets another address. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class EmailAsked(Event):
    """The owner of an account asked for another address; it is not proven yet."""

    change_id: UUID


@dataclass(frozen=True)
class EmailProven(Event):
    """The new address is hers; it waits for its day."""

    change_id: UUID


@dataclass(frozen=True)
class EmailKept(Event):
    """The account keeps the address it has. `why`: stopped (by her or by the old address), taken (the new one has an
    account of its own meanwhile)."""

    change_id: UUID
    why: str


@dataclass(frozen=True)
class EmailChanged(Event):
    """The new address opens the account: whoever keeps the old one for her may want to know."""

    account_id: UUID
    change_id: UUID
