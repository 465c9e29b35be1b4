"""Looking at people, as clerks do: the purpose first."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.kit import db
from app.kit.towns import Town
from app.people.models import Person
from tests.desk.cases import words
from tests.towns import Client

PURPOSE = "/en/desk/purpose"


def with_purpose(clerk: Client, **said: str) -> Client:
    sent = clerk.submit(PURPOSE, {"purpose": "look_contact", **said})
    assert sent.status_code == 303, sent.text
    return clerk


def search(clerk: Client, typed: str) -> str:
    """What the page of a search says."""
    return words(clerk.get("/en/desk/search", params={"q": typed}).text)


def people_of(town: Town) -> dict[str, UUID]:
    """Ids of the register by key."""
    table = db.table(Person)
    with db.read(town) as unit:
        rows: Any = db.rows(unit, select(table.c.register_key, table.c.id))
        return {row.register_key: row.id for row in rows}
