"""What happens when an account closes. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True)
class AccountClosed(Event):
    """Its owner closed it, or nobody used it: nothing opens it any more."""

    account_id: UUID
