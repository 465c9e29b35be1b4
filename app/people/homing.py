"""A door of this room: where somebody lives is written once, and the news of it."""

from app.people.events import AddressChanged
from app.people.homes.changing import Change, Home, move, move_together, movers, one
from app.people.homes.members import Member, members

__all__ = [
    "AddressChanged", "Change", "Home", "Member", "members", "move", "move_together", "movers", "one",
]  # fmt: skip
