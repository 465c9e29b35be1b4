"""The indexes of cases. What the desk lists is a small part of a table that only grows: its pages are read in the order
of an index."""

from sqlalchemy import Index, text

OPEN = "closed_at IS NULL"


def _index(name: str, *columns: str, part: str = "") -> Index:
    where = text(f"{OPEN} AND {part} IS TRUE" if part else OPEN)
    return Index(f"ix_case_file_{name}", *columns, "id", sqlite_where=where, postgresql_where=where)


INDEXES = (
    _index("open", "department", "expected"),
    _index("queue", "expected"),
    _index("held", "assignee", "expected"),
    _index("service", "service", "expected"),
    _index("state", "state", "expected"),
    _index("language", "locale", "expected"),
    _index("via", "via", "expected"),
    _index("fresh", "department", "received_at"),
    _index("yours", "expected", part="yours"),
    _index("answered", "expected", part="answered"),
)
