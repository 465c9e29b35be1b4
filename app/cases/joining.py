"""Cases that an account sent before the town knew which person it is: they join her record when she says so."""

from sqlalchemy import func, select, update

from app.cases.applying import indexing as applicants
from app.cases.models import CaseFile
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

C = db.table(CaseFile).c


def apart(unit: Unit, actor: Actor) -> int:
    """How many cases of this account are not in the person's record; none while the account is nobody known."""
    if actor.person_id is None or actor.account_id is None:
        return 0
    mine = (C.account_id == actor.account_id, C.person_id.is_(None))
    return int(db.value(unit, select(func.count()).select_from(db.table(CaseFile)).where(*mine)))


def join(unit: Unit, actor: Actor) -> int:
    """Put them into her record; how many there were."""
    if actor.person_id is None or actor.account_id is None:
        return 0
    mine = (C.account_id == actor.account_id, C.person_id.is_(None))
    applicants.forget(unit, [row.id for row in db.rows(unit, select(C.id).where(*mine))])
    return db.change(unit, update(db.table(CaseFile)).where(*mine).values(person_id=actor.person_id))
