"""Links between accounts and a person when two records are one, when one is erased, and when she asks for them."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.identity.linking.models import LinkCode
from app.identity.mandating import keeping as mandates
from app.identity.models import PersonLink
from app.identity.regaining.models import Regaining
from app.kit import db
from app.kit.db import Unit
from app.kit.keeping import Keeper

L, C = db.table(PersonLink).c, db.table(LinkCode).c
W = db.table(Regaining).c
MINE = select(L.how, L.seen, L.at, L.revoked_at).where(L.person_id == bindparam("person")).order_by(L.id)


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    """Codes that nobody entered yet are given out anew."""
    db.change(unit, update(db.table(PersonLink)).where(L.person_id == old).values(person_id=kept))
    db.change(unit, update(db.table(LinkCode)).where(C.person_id == old).values(person_id=kept, standing=None))
    mandates.merge(unit, old, kept)
    db.change(unit, update(db.table(Regaining)).where(W.person_id == old).values(person_id=kept))


def erase(unit: Unit, person_id: UUID) -> None:
    """The accounts stay what they prove, an address; they are this person no more."""
    mine = update(db.table(PersonLink)).where(L.person_id == person_id, L.revoked_at.is_(None))
    db.change(unit, mine.values(revoked_at=unit.now, standing=None))
    db.change(unit, update(db.table(LinkCode)).where(C.person_id == person_id).values(standing=None))
    mandates.erase(unit, person_id)
    db.change(unit, update(db.table(Regaining)).where(W.person_id == person_id).values(standing=None, ended="erased"))


def export(unit: Unit, person_id: UUID) -> Any:
    rows = db.rows(unit, MINE, person=person_id)
    links = [
        {"how": row.how, "seen": row.seen, "at": row.at.isoformat(), "revoked": row.revoked_at is not None}
        for row in rows
    ]
    return {"links": links, "mandates": mandates.export(unit, person_id)}


KEEPER = Keeper("identity", frozenset({"person_link", "link_code", "mandate", "regaining"}), merge, erase, export)
