"""The content version: one row that changes with every change of content, and that caches and processes watch."""

from sqlalchemy import bindparam, select, update

from app.catalogue.models import ContentVersion
from app.kit import db
from app.kit.db import Unit
from app.kit.ids import new_id

VERSION = select(db.table(ContentVersion).c.version)
_MEMO = "catalogue.version"
SHELF = "catalogue.shelf"
"""Under which a unit knows the content it sees; forgotten when that changes."""


def bump(unit: Unit) -> None:
    """Say that content has changed. A version is a fresh id: what a rolled-back unit read is never taken for it."""
    table, fresh = db.table(ContentVersion), new_id()
    if not db.change(unit, update(table).values(version=bindparam("fresh")), fresh=fresh):
        db.add(unit, ContentVersion, id=1, version=fresh)
    unit.known[_MEMO] = str(fresh)
    unit.known.pop(SHELF, None)


def content_version(unit: Unit) -> str:
    """The version of the content that this unit sees; "" before anything was imported."""
    if _MEMO not in unit.known:
        unit.known[_MEMO] = str(db.value(unit, VERSION) or "")
    found: str = unit.known[_MEMO]
    return found
