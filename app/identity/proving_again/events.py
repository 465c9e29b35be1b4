"""What happens while somebody shows once more that it is her. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class SecondProofAsked(Event):
    """A code is to go to the address of the account."""

    proof_id: UUID
