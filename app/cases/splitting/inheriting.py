"""What the clock of a first case knows counts for the second as well: the days on which it stood still, and the time
that was given once already, with its reasons."""

from uuid import UUID

from app.cases import contents, law, vault
from app.cases.models import CaseStep, Pause
from app.cases.rights.models import Extension
from app.kit import db
from app.kit.db import Unit
from app.kit.ids import new_id


def days(unit: Unit, first_id: UUID, second_id: UUID) -> None:
    """The case that was split off is due when the first is, and the law gives it no time a second time."""
    for row in db.rows(unit, law.PAUSES, case=first_id):
        db.add(unit, Pause, id=new_id(), case_id=second_id, reason=row.reason, since=row.since, until=row.until)
    for row in law.extensions(unit, first_id):
        extension_id = new_id()
        said = {
            name: vault.seal(
                unit, second_id, Extension, name, extension_id,
                vault.unseal(unit, first_id, Extension, name, row.id, getattr(row, name)),
            )
            for name in ("who", "words")
        }  # fmt: skip
        db.add(unit, Extension, **{**row._asdict(), "id": extension_id, "case_id": second_id, **said})


def steps(unit: Unit, first_id: UUID, second_id: UUID) -> None:
    """When it was given stands in both timelines. No button was pressed in the second."""
    for row in contents.steps(unit, first_id):
        if row.kind == "extended":
            db.add(unit, CaseStep, **{**row._asdict(), "id": new_id(), "case_id": second_id, "transition": ""})
