"""A door of this room: where somebody lives is written once, and the news of it."""

from app.people.events import AddressChanged
from app.people.homes.changing import Change, Home, move, movers, one

__all__ = ["AddressChanged", "Change", "Home", "move", "movers", "one"]
