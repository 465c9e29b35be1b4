"""Whom a case tells: who that is, how she is called and how she is reached."""

from collections.abc import Mapping
from typing import Any

from app import catalogue, forms, identity, notifications, people
from app.cases import answers, law, released, showing
from app.cases.queries import Case
from app.kit.db import Unit
from app.people import needing

LETTER = "letter"


def recipient(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], channels: tuple[str, ...] = ()
) -> notifications.Recipient:
    """Who is told: the account that sent it, or a guest by the addresses she gave; by letter if she chose letters."""
    contact = identity.contact(unit, case.account_id) if case.account_id else None
    record = people.record(unit, case.person_id) if case.person_id else None
    address = answers.of_type(service, filed, "address") or (
        record.address.value if record and record.address else None
    )
    told = needing.names(unit, needing.Whose(case.person_id, case.account_id))
    if needing.LETTERS_ONLY in told:
        channels = (LETTER,)
    return notifications.Recipient(
        locale=case.locale,
        large=needing.LARGE_PRINT in told,
        account_id=case.account_id,
        person_id=case.person_id,
        email=(contact.email if contact else "")
        or answers.of_type(service, filed, "email")
        or ("" if case.account_id else released.address(unit, case.id)),
        phone=answers.of_type(service, filed, "phone") or (record.phone.value if record and record.phone else "") or "",
        address=lines(unit, case, service, filed, address),
        channels=channels or (record.channels if record else ()),
    )


def reach(unit: Unit, case: Case, channels: tuple[str, ...] = ()) -> notifications.Recipient:
    """The same for a case as it stands."""
    return recipient(unit, case, catalogue.version(unit, case.version), answers.current(unit, case.id), channels)


def lines(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], address: Any
) -> tuple[str, ...]:
    """The lines of a letter's address, the name first; in the town's own language, for whoever carries it."""
    if not address:
        return ()
    field = next((field for field in service.form.fields.values() if field.type == "address"), None)
    if field is None:
        place = [" ".join(str(address.get(part, "")) for part in ("street", "number")).strip(),
                 " ".join(str(address.get(part, "")) for part in ("postcode", "town")).strip()]  # fmt: skip
    else:
        official = law.profile(unit).official[0]
        said = showing.words(unit, service, official)
        around = showing.around(unit, service, official)
        place = ["".join(span.text for span in line) for line in forms.show(field, address, said, around)]
    return (answers.sender(service, filed), *place)


def person_name(unit: Unit, case: Case) -> str:
    """How who sent a case is called in its pages: as in the record, else as she wrote it, else her address."""
    if case.person_id is not None:
        return people.name(unit, case.person_id)
    written = answers.sender(catalogue.version(unit, case.version), answers.current(unit, case.id))
    contact = identity.contact(unit, case.account_id) if case.account_id else None
    return written or (contact.email if contact else "")
