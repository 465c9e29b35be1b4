"""What happens to cases. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class CaseReceived(Event):
    """A case was recorded."""

    case_id: UUID


@dataclass(frozen=True)
class CaseProven(Event):
    """It is now known who sent it; its clock runs."""

    case_id: UUID


@dataclass(frozen=True)
class CaseMoved(Event):
    """It entered another state."""

    case_id: UUID


@dataclass(frozen=True)
class OthersSaid(Event):
    """One of those who were asked for a yes of their own has said yes or no, or nobody had to be asked."""

    case_id: UUID


@dataclass(frozen=True)
class InformationAsked(Event):
    case_id: UUID


@dataclass(frozen=True)
class InformationAnswered(Event):
    case_id: UUID


@dataclass(frozen=True)
class MessageWritten(Event):
    """A message was written; the office's is told later."""

    case_id: UUID
    message_id: UUID


@dataclass(frozen=True)
class TermExtended(Event):
    """There is more time to decide."""

    case_id: UUID


@dataclass(frozen=True)
class DecisionRecalled(Event):
    """A decision was taken back before the person was told."""

    case_id: UUID


@dataclass(frozen=True)
class MessageRecalled(Event):
    """So was a message."""

    case_id: UUID
    message_id: UUID


@dataclass(frozen=True)
class DecisionCorrected(Event):
    """A decision stands in the place of the one before, and the person was told."""

    case_id: UUID


@dataclass(frozen=True)
class NotificationServed(Event):
    """A decision counts as served: opened, refused or expired."""

    case_id: UUID


@dataclass(frozen=True)
class CaseAppealed(Event):
    """Somebody appealed against what was decided in it."""

    case_id: UUID
    appeal_id: UUID


@dataclass(frozen=True)
class CasesLeft(Event):
    """Cases of a department have nobody: a clerk is away, and the stand-in does not work there."""

    absence_id: UUID
    account_id: UUID
    department: str


@dataclass(frozen=True)
class OutageRecorded(Event):
    """The portal did not work, or not yet again."""

    outage_id: UUID


@dataclass(frozen=True)
class CaseDecided(Event):
    """A decision was told."""

    case_id: UUID


@dataclass(frozen=True)
class CaseWithdrawn(Event):
    """The person took it back."""

    case_id: UUID


@dataclass(frozen=True)
class CaseMerged(Event):
    """It goes on in another case."""

    case_id: UUID
    into_id: UUID


@dataclass(frozen=True)
class CasesParted(Event):
    """It goes on by itself again."""

    case_id: UUID
    into_id: UUID


@dataclass(frozen=True)
class CaseSplitOff(Event):
    """It was opened from another case."""

    case_id: UUID
    first_id: UUID


@dataclass(frozen=True)
class CaseClosed(Event):
    """It reached a final state."""

    case_id: UUID
