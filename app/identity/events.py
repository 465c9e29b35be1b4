"""What happens around accounts. Ids only: addresses and codes are never in an event."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class LinkAsked(Event):
    """Somebody asked for a one-time link."""

    link_id: UUID


@dataclass(frozen=True)
class SignedIn(Event):
    """An account opened a session; `guest_session_id` is what the same browser was before."""

    account_id: UUID
    guest_session_id: UUID | None
