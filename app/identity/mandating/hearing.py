"""Who gets the notices of what is applied for by a mandate: its person, her helper or both. She chooses, and changes it
at any moment; what the law serves, and a document that was asked for by post, reach her all the same."""

from uuid import UUID

from sqlalchemy import update

from app.identity.mandating import over, reading
from app.identity.mandating.models import Mandate
from app.identity.mandating.reading import Held
from app.kit import audit, db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_

QUESTION = N_("Who gets the news of what is applied for by this mandate?")
HINT = N_(
    "Decisions that have to be served, and documents asked for by post, always reach the person. All of it can be read "
    "on “My page”."
)
REQUIRED = N_("Choose who gets the news.")


def own(unit: Unit, actor: Actor, mandate_id: UUID) -> Held:
    """A mandate that this actor gave and that stands, or as if it were not there."""
    over.insist(unit, actor, mandate_id)
    held = reading.one(unit, mandate_id)
    if held is None or held.person_id != actor.person_id:
        raise NotFound
    return held


def change(unit: Unit, actor: Actor, mandate_id: UUID, notices: str) -> None:
    """From the next notice on."""
    held = own(unit, actor, mandate_id)
    table = db.table(Mandate)
    db.change(unit, update(table).where(table.c.id == held.id).values(notices=notices))
    audit.record(unit, actor, "mandate_notices", persons=(held.person_id,), subject=held.person_id)
