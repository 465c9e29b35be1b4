"""What happens to documents."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class DocumentIssued(Event):
    case_id: UUID
    document_id: UUID
