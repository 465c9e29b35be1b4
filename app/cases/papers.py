"""Papers of a case: which of them not every clerk of its department may open."""

from app.cases.reserved import reserved_fields, reserved_files

__all__ = ["reserved_fields", "reserved_files"]
