"""What became of a message. Ids only: the address is asked for by `sent_to`."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class DeliveryBounced(Event):
    """A message came back or was refused for good; another channel has been tried if there is one."""

    delivery_id: UUID
    notice_id: UUID
    channel: str
    case_id: UUID | None
    person_id: UUID | None
    account_id: UUID | None
