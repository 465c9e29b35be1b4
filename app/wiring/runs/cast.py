"""Who acts in a run: people and clerks by their keys in people.yaml, and guests."""

from collections.abc import Mapping
from dataclasses import replace

from app import identity
from app.catalogue.marked import Path
from app.catalogue.runs import Sender
from app.kit.actor import Actor
from app.kit.db import Unit
from app.wiring.runs.amiss import Amiss
from app.wiring.storing import Entries

Cast = Mapping[str, str]
"""The e-mail address of each account, by key."""


def cast(entries: Entries) -> Cast:
    return {str(entry["key"]): str(entry["email"]) for entry in entries if entry.get("email")}


def account(unit: Unit, people: Cast, key: str, path: Path) -> Actor:
    """The actor with this key, or Amiss."""
    found = identity.by_email(unit, people[key]) if key in people else None
    if found is None:
        raise Amiss(path, f"Nobody with an account has the key “{key}”. Name one of: {', '.join(sorted(people))}.")
    return identity.as_actor(unit, found)


def sender(unit: Unit, people: Cast, given: Sender) -> Actor:
    """Who sends the case; a guest gets a session as the first question would open it."""
    if given.person is None:
        guest = identity.actor(unit, identity.open_session(unit, None, ""), given.locale or "en")
        return replace(guest, via=given.via)
    known = account(unit, people, given.person, ("as", "person"))
    return replace(known, via=given.via, locale=given.locale or known.locale)
