"""Those of the cast who are told something here."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from app.kit import db, keys
from app.kit.ids import new_id
from app.kit.towns import Town
from app.notifications import Link, Notice, Recipient, deliveries, notify

AMINA = Recipient(
    "ar",
    email="amina@puertoclaro.example",
    phone="+34600000001",
    address=("Amina Belkacem Ruiz", "Calle del Faro 3", "11310 Puerto Claro"),
)
ROSA = Recipient("es", address=("Rosa", "Calle Mayor 1", "11310 Puerto Claro"))
TEO = Recipient("es", email="teo@puertoclaro.example")


def a_notice(recipient: Recipient, **changed: Any) -> Notice:
    """A notice about a case whose key exists."""
    plain = Notice(
        "registered",
        recipient,
        "VC-7K3M-9QZA: your dog is registered",
        ("We have checked the chip number.", "Nothing more to do."),
        Link("/cases/VC-7K3M-9QZA", "See your case"),
        "VC-7K3M-9QZA",
    )
    return replace(plain, **changed)


def tell(town: Town, notice: Notice) -> tuple[UUID, UUID]:
    """Notify about a fresh case; the ids of notice and case."""
    case_id = new_id()
    with db.write(town) as unit:
        keys.make(unit, case_id)
        return notify(unit, replace(notice, case_id=case_id)), case_id


def states(town: Town, case_id: UUID) -> list[tuple[str, str]]:
    with db.read(town) as unit:
        return [(line.channel, line.state) for line in deliveries(unit, case_id)]
