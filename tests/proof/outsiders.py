"""How an outsider asks for things, and what must not change or be seen because of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import SQLModel

from app.kit import db, ids
from app.kit.audit import AuditEntry
from app.kit.towns import Town
from tests.proof.crossing import Crossing
from tests.towns import Client

TYPED = {
    "text": "Zyxintruder", "note": "Zyxintruder", "reason": "missing", "fields": "parents", "reasons": "entry_found",
    "parents": "Zyxintruder", "assignee": "", "kind": "sofa", "count": "1", "then": "add",
    "name": "Zyxintruder", "phone": "600 000 040",
}  # fmt: skip
IGNORED = ("attempt", "audit_entry", "audit_subject", "desk_visit", "session")
"""What a visit may leave: counted tries, looks, and when a session or a member of staff was last seen."""
LISTS = ("/desk/cases", "/desk/batches", "/desk/papers", "/desk/intake", "/desk/barriers", "/desk/figures.csv")
"""Lists out of which work is taken, as the queue is: what stands in them is no look until it is opened."""


def lost(client: Client, path: str = "") -> bytes:
    """What somebody sees where nothing is: at the desk, whoever works there has its menu."""
    answer = client.get("/en/desk/nowhere" if "/desk/" in path else "/en/nowhere")
    assert answer.status_code == 404
    return bytes(answer.content)


def nobodys(things: Mapping[str, str]) -> dict[str, str]:
    """The same names for things that are not there."""
    fresh = {
        name: str(ids.new_id())
        for name in ("draft", "paper", "notice", "session", "blob", "document", "person", "slip", "link", "mandate")
    }
    return {**things, **fresh, "reference": ids.reference("VC")}


def ask(client: Client, crossing: Crossing, things: Mapping[str, str]) -> tuple[int, bytes, str]:
    """The status, the body, and where it leads without what was asked for."""
    url = crossing.url(things)
    if crossing.method == "GET":
        answer = client.get(url)
    else:
        answer = client.post(url, data={"_token": client.token("/en/drafts"), **TYPED})
    return answer.status_code, answer.content, answer.headers.get("location", "").replace(url[3:], "")


def looks(town: Town, clerk: UUID) -> int:
    """How often this member of staff looked at anything, as the audit says."""
    table = db.table(AuditEntry)
    with db.read(town) as unit:
        return int(db.value(unit, select(func.sum(table.c.count)).where(table.c.account_id == clerk)) or 0)


def state(town: Town) -> dict[str, Any]:
    """Everything that is kept of people and cases."""
    with db.read(town) as unit:
        return {
            table.name: sorted(map(repr, db.rows(unit, table.select())))
            for table in SQLModel.metadata.sorted_tables
            if table.name not in IGNORED
        }
