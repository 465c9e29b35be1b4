"""What the tests of kit share."""

from sqlmodel import SQLModel

from app.kit import db
from app.kit.towns import Town


def everything(town: Town) -> str:
    """Every row of every table as text, to look for what must not be readable."""
    with db.read(town) as unit:
        return "".join(repr(row) for table in SQLModel.metadata.sorted_tables for row in db.rows(unit, table.select()))
