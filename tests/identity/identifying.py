"""People of the record, and codes that clerks make for them."""

import re
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.identity.mandating import giving
from app.identity.mandating.models import Mandate
from app.identity.models import PersonLink
from app.kit import db
from app.kit.towns import Town
from app.people.models import Person
from tests.towns import Client

CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b")


def person(town: Town, key: str) -> UUID:
    """The record of one of the cast."""
    table = db.table(Person)
    with db.read(town) as unit:
        found = db.value(unit, select(table.c.id).where(table.c.register_key == key))
    assert isinstance(found, UUID)
    return found


def link(town: Town, key: str) -> UUID:
    """The link of an account with the record of one of the cast."""
    table = db.table(PersonLink)
    mine = select(table.c.id).where(table.c.person_id == person(town, key), table.c.revoked_at.is_(None))
    with db.read(town) as unit:
        found = db.value(unit, mine)
    assert isinstance(found, UUID)
    return found


def slip(clerk: Client, key: str, seen: str = "identity_card") -> str:
    """Where the slip lies that a clerk has just made for one of the cast."""
    made = clerk.submit(f"/en/desk/people/{person(clerk.town, key)}/codes", {"seen": seen})
    assert made.status_code == 303, made.text
    return str(made.headers["location"])


def code(clerk: Client, key: str, seen: str = "identity_card") -> str:
    return written(clerk.get(slip(clerk, key, seen)).text)


def written(html: str) -> str:
    found = CODE.search(html)
    assert found is not None
    return found[0]


def enter(client: Client, typed: str) -> tuple[int, str]:
    """The status, and what the page says."""
    sent = client.submit("/en/me/person", {"code": typed})
    return sent.status_code, sent.text.replace(typed, "…")


MANDATE = {"services": "all", "rights": "act", "until": "P1Y"}


def give(client: Client, email: str, **changes: str) -> Any:
    """Let whoever has this address act for one."""
    return client.submit("/en/me/mandates/new", {**MANDATE, "email": email, **changes})


def mandate(client: Client) -> str:
    """The first mandate on the page of somebody that can be ended."""
    found = re.search(r"/me/mandates/([0-9a-f-]{36})/end", client.get("/en/me/mandates").text)
    assert found is not None
    return found[1]


def told(town: Town) -> str:
    """The code of the newest mandate that waits, as its giver tells it."""
    table = db.table(Mandate)
    waits = select(table.c.id).where(table.c.account_id.is_(None), table.c.ended_at.is_(None)).order_by(table.c.id)
    with db.read(town) as unit:
        return giving.code(unit, db.rows(unit, waits)[-1].id)


def bring(client: Client) -> None:
    entered = client.submit("/en/me/mandates/code", {"code": told(client.town)})
    assert entered.status_code == 303, entered.text


def accept(client: Client) -> str:
    """Enter the code of the mandate that waits, and say yes; its id."""
    bring(client)
    found = re.search(r"/me/mandates/([0-9a-f-]{36})/acceptance", client.get("/en/me/mandates").text)
    assert found is not None
    assert client.submit("/en/me/mandates", to=f"/en/me/mandates/{found[1]}/acceptance").status_code == 303
    return found[1]
