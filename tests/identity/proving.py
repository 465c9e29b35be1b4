"""Looking at cases that wait for a proof, and coming in while a guest's session goes on."""

import re

from sqlalchemy import select

from app.cases.models import CaseFile, CaseStep
from app.kit import db
from app.kit.towns import Town
from app.wiring import links
from tests.towns import Client


def row(town: Town, reference: str) -> db.AnyRow:
    table = db.table(CaseFile)
    with db.read(town) as unit:
        found = db.row(unit, select(*table.c).where(table.c.reference == reference))
    assert found is not None
    return found


def sign_in(client: Client, key: str) -> Client:
    """Come in by a link in the browser one has."""
    email = f"{key}@puertoclaro.example"
    path = links.mint(client.town, [email])[email].removeprefix(client.town.base_url)
    assert client.submit(path).status_code == 303
    return client


def holding(client: Client, receipt: tuple[str, str]) -> Client:
    """Follow a case by the code of its receipt, on another device, when the guest's session is long over."""
    found = client.submit("/en/check", {"reference": receipt[0], "code": receipt[1]}, to="/en/check/follow/code")
    assert found.status_code == 303
    return client


def receipt_code(html: str) -> tuple[str, str]:
    reference = re.search(r"VC-[0-9A-Z]{4}-[0-9A-Z]{4}", html)
    code = re.search(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b", html)
    assert reference is not None
    assert code is not None
    return reference[0], code[0]


def steps(town: Town, reference: str) -> list[str]:
    table = db.table(CaseStep)
    case_id = row(town, reference).id
    taken = select(table.c.kind).where(table.c.case_id == case_id).order_by(table.c.id)
    with db.read(town) as unit:
        return [each.kind for each in db.rows(unit, taken)]
