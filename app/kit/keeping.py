"""Whoever holds a person's key keeps it: what each room does when records are joined, erased or handed out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.kit.db import Unit


@dataclass(frozen=True)
class Keeper:
    """One room's part of a person.

    `tables` are those with a person's id in them. `merge(unit, old, kept)` moves what the old record had to the kept
    one. `erase(unit, person)` removes what nothing else needs. `export(unit, person)` gives what she may have: plain
    data that can be written as JSON.
    """

    room: str
    tables: frozenset[str]
    merge: Callable[[Unit, UUID, UUID], None]
    erase: Callable[[Unit, UUID], None]
    export: Callable[[Unit, UUID], Any]
