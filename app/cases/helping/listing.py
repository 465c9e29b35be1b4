"""Every SELECT of the list that a mandate opens: what its person has in those services, a page at a time."""

from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from app import catalogue
from app.cases.queries import BRIEF, SHUT, Brief, C
from app.kit import db
from app.kit.actor import Grant
from app.kit.db import Unit

OF_PERSON = C.person_id == bindparam("person")
VERSIONS = select(C.version).where(OF_PERSON).distinct()
SHOWN = (
    BRIEF.where(OF_PERSON, C.version.in_(bindparam("versions", expanding=True)))
    .order_by(SHUT, C.id.desc())
    .limit(bindparam("most"))
)
MORE = SHOWN.where(
    or_(bindparam("shut") < SHUT, and_(bindparam("shut") == SHUT, C.id < bindparam("id", type_=C.id.type)))
)


def briefs(unit: Unit, grant: Grant, beyond: tuple[bool, UUID] | None, most: int) -> list[Brief]:
    """Those that run, then those that are closed, the newest first; `beyond` is where the page before ended. What the
    mandate does not open is left out before it is counted, so that no page is short of it."""
    known = [row.version for row in db.rows(unit, VERSIONS, person=grant.person_id)]
    asked = {"person": grant.person_id, "versions": [each for each in known if _opens(unit, grant, each)], "most": most}
    if beyond is None:
        rows = db.rows(unit, SHOWN, **asked)
    else:
        rows = db.rows(unit, MORE, shut=int(beyond[0]), id=beyond[1], **asked)
    return [Brief._make(row) for row in rows]


def _opens(unit: Unit, grant: Grant, version: UUID) -> bool:
    service = catalogue.version(unit, version)
    return service.mandate and grant.covers(service.id, confidential=service.confidential)
