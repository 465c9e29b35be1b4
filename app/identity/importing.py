"""Importing accounts and staff of a town folder; level 2 only where the town identified the person."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from app.identity import accounts
from app.kit import db
from app.people import needing

IDENTIFIED = "register"


def import_accounts(unit: db.Unit, people: Sequence[Mapping[str, Any]], persons: Mapping[str, UUID]) -> None:
    """Accounts for those of `people.yaml` who have an e-mail address; the same file twice changes nothing."""
    for entry in people:
        if not entry.get("email") or accounts.by_email(unit, str(entry["email"])):
            continue
        name = str(entry.get("shown_as") or entry.get("preferred_name") or _called(entry))
        account = accounts.make(unit, str(entry["email"]), str(entry.get("language", "en")), name)
        if str(entry.get("level")) == "2" and entry["key"] in persons:
            accounts.link(unit, account, persons[str(entry["key"])], str(entry.get("identified", IDENTIFIED)))
        elif needs := {str(need): "" for need in entry.get("access_needs", ())}:
            needing.tell(unit, needing.Whose(None, account), needs, needing.By(needing.SELF, account))
        for role in entry.get("staff", ()):
            accounts.appoint(unit, account, str(role["department"]), str(role["function"]))


def _called(entry: Mapping[str, Any]) -> str:
    """How the masthead greets somebody: by the given name, where the document has one apart."""
    parts = entry.get("parts")
    return str(parts["given"]) if isinstance(parts, Mapping) and parts.get("given") else str(entry["name"])
