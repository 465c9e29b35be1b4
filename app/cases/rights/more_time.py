"""More time to answer, for who told that it is needed: the terms that the profile lengthens, and no term that the law
counts against the town. Its own SELECT."""

from datetime import date

from sqlalchemy import bindparam, or_, select, update

from app import catalogue
from app.cases import answers, contents, moving, queries, telling, timers
from app.cases.models import CaseFile, InformationRequest
from app.cases.queries import Case
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.people import needing

C = db.table(CaseFile).c
WAITING = (
    select(C.id)
    .where(
        C.closed_at.is_(None),
        C.yours.is_(True),
        or_(C.person_id == bindparam("person"), C.account_id == bindparam("account")),
    )
    .order_by(C.id)
)


def lengthen(unit: Unit, whose: needing.Whose) -> None:
    """Somebody told that she needs more time: the days that run now are longer too, and she reads until when."""
    if needing.MORE_TIME not in needing.names(unit, whose):
        return
    for row in db.rows(unit, WAITING, **whose.asked):
        case = queries.locked(unit, row.id)
        asked = contents.open_request(unit, case.id)
        if asked is None or asked.until is None:
            continue
        until = timers.waits_until(unit, case, catalogue.version(unit, case.version), answers.current(unit, case.id))
        if until is not None and until > asked.until:
            _lengthen(unit, case, asked.id, until)


def _lengthen(unit: Unit, case: Case, request_id: object, until: date) -> None:
    table = db.table(InformationRequest)
    db.change(unit, update(table).where(table.c.id == request_id).values(until=until))
    moving.note_step(unit, case.id, "more_time", Actor.system("more time"))
    moved = moving.retime(unit, case)
    subject = translate(moved.locale, N_("%(reference)s: you have more time"), reference=moved.reference)
    words = N_("You told us that you need more time. Now you can answer until %(day)s.")
    telling.say(
        unit, moved, "more_time", subject, translate(moved.locale, words, day=format_day(until, moved.locale, "full"))
    )
