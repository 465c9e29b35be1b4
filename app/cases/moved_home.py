"""A door of this room: an address changed in the record, and the offices of her open cases hear of it."""

from app.cases.homes.noting import Told, departments, note

__all__ = ["Told", "departments", "note"]
