"""What somebody who works here is called under messages and decisions, as an administrator writes it."""

from uuid import UUID

from app.identity import accounts
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit


def rename(unit: Unit, by: Actor, account_id: UUID, name: str) -> None:
    """From now on: what she signed before keeps the name that it had."""
    accounts.rename(unit, account_id, name)
    audit.record(unit, by, "colleague_renamed", subject=account_id)
