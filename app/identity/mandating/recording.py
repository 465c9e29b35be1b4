"""A mandate that is given at the window or on paper, and a guardian who shows that she is one: a clerk writes it down
with what she saw. The helper says yes by her own account, and both are told."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import update

from app import people
from app.identity.mandating import ending, giving, reading
from app.identity.mandating.models import Mandate
from app.kit import blobs, db
from app.kit.actor import BOTH, Actor
from app.kit.blobs import Received
from app.kit.db import Unit
from app.kit.i18n import N_

HOW = {giving.COUNTER: N_("At the window"), giving.PAPER: N_("On paper")}
SEEN = {
    "both_here": N_("Both were here and showed who they are"),
    "signed": N_("A mandate signed on paper"),
    "notary": N_("A mandate made before a notary"),
    "family_book": N_("A family book or an entry of birth"),
    "court": N_("A decision of a court"),
}


class NotMinor(Exception):
    """Nobody is the guardian of this person by her age; `known`: the record says when she was born."""

    def __init__(self, *, known: bool) -> None:
        super().__init__("not a minor")
        self.known = known


@dataclass(frozen=True)
class Recorded:
    """What a clerk writes down. A guardian's mandate is for everything that is not confidential, until the child is
    18: `services`, `acts` and `until` are those of a mandate."""

    kind: str
    email: str
    services: tuple[str, ...]
    acts: bool
    until: date
    how: str
    seen: str
    seen_on: date
    notices: str = BOTH


def record(unit: Unit, clerk: Actor, person_id: UUID, wanted: Recorded, scan: Received | None) -> UUID:
    """Written down, the scan under the key of the person. What is wrong with it raises, and nothing is kept."""
    services, acts, until = wanted.services, wanted.acts, wanted.until
    if wanted.kind == giving.GUARDIAN:
        services, acts, until = (), True, _minority(unit, person_id)
    mandate_id = giving.give(
        unit, clerk, person_id, wanted.email, services, acts, until,
        kind=wanted.kind, how=wanted.how, seen=wanted.seen, notices=wanted.notices,
    )  # fmt: skip
    blob_id = blobs.attach(unit, person_id, scan) if scan else None
    table = db.table(Mandate)
    more = update(table).where(table.c.id == mandate_id)
    db.change(unit, more.values(seen_on=wanted.seen_on, blob_id=blob_id))
    return mandate_id


def _minority(unit: Unit, person_id: UUID) -> date:
    """The last day before she is 18."""
    known = people.record(unit, person_id)
    born = known.named.value.get("born") if known and known.named else None
    if not born:
        raise NotMinor(known=False)
    last = ending.last_day_of_minority(date.fromisoformat(str(born)))
    if last < reading.today(unit):
        raise NotMinor(known=True)
    return last
