"""A case whose account was closed: the address that it is still reached by. These are the queries of it."""

from uuid import UUID

from sqlalchemy import bindparam, select

from app.cases import vault
from app.cases.models import GuestContact
from app.kit import db
from app.kit.db import Unit

STEP = "released"
G = db.table(GuestContact).c
KEPT = select(G.email).where(G.case_id == bindparam("case"), G.email.is_not(None))


def address(unit: Unit, case_id: UUID) -> str:
    """ "" where none is kept."""
    sealed = db.value(unit, KEPT, case=case_id)
    return str(vault.unseal(unit, case_id, GuestContact, "email", case_id, sealed)) if sealed else ""
