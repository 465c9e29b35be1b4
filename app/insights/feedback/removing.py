"""A line that tells of somebody, or insults, is removed by the department that it was written to. The answer counts."""

from uuid import UUID

from sqlalchemy import update

from app.insights.feedback import queries, telling
from app.insights.feedback.models import Feedback
from app.insights.feedback.queries import Line
from app.insights.feedback.subjects import Subject
from app.kit import audit, db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound


def find(unit: Unit, actor: Actor, id: UUID, locale: str) -> tuple[Line, Subject]:
    """A line that this actor is told of, and what it is about; or NotFound."""
    line = queries.line(unit, id) if actor.is_staff else None
    if line is not None:
        subject = telling.subject_of(unit, line.page, line.service, locale)
        if telling.answers_for(unit, actor, subject):
            return line, subject
    raise NotFound


def remove(unit: Unit, actor: Actor, id: UUID, locale: str) -> None:
    line, subject = find(unit, actor, id, locale)
    table = db.table(Feedback)
    db.change(unit, update(table).where(table.c.id == line.id).values(words=None))
    audit.record(unit, actor, "feedback_removed", subject=line.id, department=subject.department)
