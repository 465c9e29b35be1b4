"""Every SELECT of the list that a mandate opens: what its person has in those services, a page at a time."""

from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, exists, or_, select

from app import catalogue
from app.cases.helping import reaching
from app.cases.models import CaseFile
from app.cases.queries import BRIEF, SHUT, Brief, C
from app.cases.rights.models import Appeal
from app.kit import db
from app.kit.actor import Grant
from app.kit.db import Unit

A = db.table(Appeal).c
OF_PERSON = C.person_id == bindparam("person")
VERSIONS = select(C.version).where(OF_PERSON).distinct()
OPENED: BindParameter[Any] = bindparam("versions", expanding=True)
F = db.table(CaseFile).alias("first").c
SHUT_AWAY = exists(
    select(A.id)
    .join(F.id.table, F.id == A.first_id)
    .where(A.id == C.id, F.version.not_in(OPENED))
    .correlate(C.id.table)
)
"""An appeal about something that the mandate does not open."""
SHOWN = BRIEF.where(OF_PERSON, C.version.in_(OPENED), ~SHUT_AWAY).order_by(SHUT, C.id.desc()).limit(bindparam("most"))
MORE = SHOWN.where(
    or_(bindparam("shut") < SHUT, and_(bindparam("shut") == SHUT, C.id < bindparam("id", type_=C.id.type)))
)


def briefs(unit: Unit, grant: Grant, beyond: tuple[bool, UUID] | None, most: int) -> list[Brief]:
    """Those that run, then those that are closed, the newest first; `beyond` is where the page before ended. What the
    mandate does not open is left out before it is counted, so that no page is short of it."""
    known = [row.version for row in db.rows(unit, VERSIONS, person=grant.person_id)]
    opened = [each for each in known if reaching.covers(grant, (catalogue.version(unit, each),))]
    asked = {"person": grant.person_id, "versions": opened, "most": most}
    if beyond is None:
        rows = db.rows(unit, SHOWN, **asked)
    else:
        rows = db.rows(unit, MORE, shut=int(beyond[0]), id=beyond[1], **asked)
    return [Brief._make(row) for row in rows]
