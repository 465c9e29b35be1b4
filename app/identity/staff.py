"""Staff: who works here as what, how they are invited and how they leave. For administrators only; the caller asks."""

from app.identity.staffing.inviting import (
    InvitedAlready,
    Waiting,
    WorksHere,
    all_waiting,
    invite,
    invite_again,
    renew,
    revoke,
)
from app.identity.staffing.leaving import leave
from app.identity.staffing.listing import Member, member, members
from app.identity.staffing.naming import rename
from app.identity.staffing.roles import (
    ADMINISTRATOR,
    FUNCTIONS,
    LastAdministrator,
    administers,
    change,
    is_last,
    narrowed,
)

__all__ = [
    "ADMINISTRATOR", "FUNCTIONS", "InvitedAlready", "LastAdministrator", "Member", "Waiting", "WorksHere",
    "administers", "all_waiting", "change",
    "invite", "invite_again", "is_last", "leave", "member", "members", "narrowed", "rename", "renew", "revoke",
]  # fmt: skip
