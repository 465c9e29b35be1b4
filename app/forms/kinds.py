"""What rules may say about the answer to a field, and about its parts by dotted name."""

from app.forms.fields import (
    COMPANY_NUMBERS,
    IDENTIFIERS,
    Address,
    Choice,
    Choices,
    Field,
    Group,
    Identifier,
    Money,
    Note,
    Organisation,
    Person,
    Position,
)
from app.kit.rules import Kind

_NAMES = {
    "text": "text", "long_text": "text", "email": "text", "phone": "text", "iban": "text", "month": "text",
    "time": "text", "number": "number", "date": "date", "yes_no": "flag", "declaration": "flag",
}  # fmt: skip


def kinds_of(field: Field) -> dict[str, Kind]:
    me = field.id
    identifier = {"kind": Kind("text", options=frozenset(IDENTIFIERS)), "value": Kind("text")}
    match field:
        case Choice():
            return {me: Kind("text", options=field.known)}
        case Choices():
            return {me: Kind("many", options=field.known)}
        case Address():
            flags = ("in_town", "no_fixed_address")
            texts = ("street", "number", "postcode", "town", "province", "line")
            parts = {name: Kind("flag") for name in flags} | {name: Kind("text") for name in texts}
        case Person():
            parts = {"name": Kind("text"), "born": Kind("date")}
            parts |= {f"identifier.{name}": kind for name, kind in identifier.items()}
        case Identifier():
            parts = identifier
        case Organisation():
            number = Kind("text", options=frozenset(COMPANY_NUMBERS))
            parts = {"name": Kind("text"), "identifier.kind": number, "identifier.value": Kind("text")}
        case Position():
            parts = {"words": Kind("text")}
        case Money():
            parts = {"amount": Kind("number"), "currency": Kind("text"), "changed": Kind("flag")}
        case Group():
            row = {name: kind for inner in field.fields.values() for name, kind in kinds_of(inner).items()}
            return {me: Kind("group", row=row)}
        case Note():
            return {}
        case _:
            return {me: Kind(_NAMES.get(field.type, "other"))}
    return {me: Kind("other")} | {f"{me}.{name}": kind for name, kind in parts.items()}
