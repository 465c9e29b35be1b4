"""Papers of a case: which of them not every clerk of its department may open."""

from app.cases.betraying import for_staff as insist_silent
from app.cases.reserved import reserved_fields, reserved_files
from app.cases.rights.confidence import is_confidential

__all__ = ["insist_silent", "is_confidential", "reserved_fields", "reserved_files"]
