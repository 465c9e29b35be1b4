"""Who gets the notices of what is applied for by a mandate: its person, her helper or both. She chooses, and changes it
at any moment, by herself or at the counter; what the law serves, and a document that was asked for by post, reach her
all the same."""

from uuid import UUID

from sqlalchemy import update

from app.identity.mandating import over, reading
from app.identity.mandating.events import MandateNewsChanged
from app.identity.mandating.models import Mandate
from app.identity.mandating.reading import Held
from app.kit import audit, db, events
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
CHANGED, PURPOSE = "mandate_notices", "mandate"


def own(unit: Unit, actor: Actor, mandate_id: UUID) -> Held:
    """A mandate that this actor gave and that stands, or as if it were not there."""
    over.insist(unit, actor, mandate_id)
    held = reading.one(unit, mandate_id)
    if held is None or held.person_id != actor.person_id:
        raise NotFound
    return held


def change(unit: Unit, actor: Actor, mandate_id: UUID, notices: str) -> None:
    """From the next notice on. Whoever helps is told; she did it herself."""
    held = own(unit, actor, mandate_id)
    _keep(unit, held, notices)
    audit.record(unit, actor, CHANGED, persons=(held.person_id,), subject=held.person_id)
    if notices != held.notices:
        events.record(unit, MandateNewsChanged(held.person_id, held.id, by_clerk=False))


def standing(unit: Unit, person_id: UUID, mandate_id: UUID) -> Held:
    """A mandate that this person gave and that stands, as a clerk has it before her."""
    held = reading.one(unit, mandate_id)
    if held is None or held.person_id != person_id or reading.over_since(unit, held) is not None:
        raise NotFound
    return held


def change_for_her(unit: Unit, clerk: Actor, held: Held, notices: str, how: str) -> bool:
    """The same, said to a clerk: `how` she agreed is written down, and both are told. Whether anything changed."""
    if notices == held.notices:
        return False
    _keep(unit, held, notices)
    audit.record(
        unit, clerk, CHANGED, persons=(held.person_id,), subject=held.person_id, purpose=PURPOSE,
        detail={"how": how, "notices": notices},
    )  # fmt: skip
    events.record(unit, MandateNewsChanged(held.person_id, held.id, by_clerk=True))
    return True


def _keep(unit: Unit, held: Held, notices: str) -> None:
    table = db.table(Mandate)
    db.change(unit, update(table).where(table.c.id == held.id).values(notices=notices))
