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


@dataclass(frozen=True)
class NewDevice(Event):
    """An account was opened on a kind of device that it was never opened on."""

    account_id: UUID
    session_id: UUID


@dataclass(frozen=True)
class StaffInvited(Event):
    """Somebody is to work here: her link has to be mailed, or mailed anew."""

    invitation_id: UUID


@dataclass(frozen=True)
class StaffJoined(Event):
    """An invitation was accepted."""

    account_id: UUID


@dataclass(frozen=True)
class RolesChanged(Event):
    """An administrator changed what somebody is in which department."""

    account_id: UUID


@dataclass(frozen=True)
class StaffLeft(Event):
    """Somebody no longer works here."""

    account_id: UUID


@dataclass(frozen=True)
class PasskeyAdded(Event):
    """An account can be opened by one more passkey."""

    account_id: UUID
    passkey_id: UUID


@dataclass(frozen=True)
class PasskeyEnded(Event):
    """A passkey opens nothing any more. `why`: removed (by its owner), copied (its counter went back)."""

    account_id: UUID
    passkey_id: UUID
    why: str


@dataclass(frozen=True)
class RecoveryCodesMade(Event):
    """An account has new recovery codes; the old ones open nothing any more."""

    account_id: UUID


@dataclass(frozen=True)
class RecoveryCodeUsed(Event):
    """Somebody came in by a recovery code."""

    account_id: UUID
