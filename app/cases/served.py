"""A door of this room: a decision that waits to be served."""

from app.cases.rights.opening import WINDOW, Served, at_window
from app.cases.rights.serving import waiting

__all__ = ["WINDOW", "Served", "at_window", "waiting"]
