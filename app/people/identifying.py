"""Who has this number: the record is found by a blind token, never by reading what is sealed."""

import unicodedata
from uuid import UUID

from sqlalchemy import bindparam, select

from app.kit import crypto, db
from app.people.models import Person

P = db.table(Person).c
BY_NUMBER = select(P.id).where(P.number_token == bindparam("token")).order_by(P.id).limit(1)


def number_token(unit: db.Unit, number: str) -> bytes:
    """What the number of a document is found by, however it is spaced or in whichever digits it is typed."""
    letters = unicodedata.normalize("NFKC", number).upper()
    plain = "".join(str(unicodedata.digit(c, c)) for c in letters if c.isalnum())
    return crypto.blind(unit.town.keys, "identifier", plain)


def by_number(unit: db.Unit, number: str) -> UUID | None:
    """The person of the record whose document has this number."""
    found: UUID | None = db.value(unit, BY_NUMBER, token=number_token(unit, number))
    return found
