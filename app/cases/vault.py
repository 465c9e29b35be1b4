"""Sealing and opening what belongs to a draft or case, by column."""

import json
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from app.kit import keys
from app.kit.db import AnyRow, Unit


def seal(unit: Unit, case_id: UUID, model: type[SQLModel], column: str, row_id: UUID, value: Any) -> bytes:
    """Seal a value as JSON under the key of the case."""
    clear = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return keys.seal(unit, case_id, keys.place(model, column, row_id), clear)


def unseal(unit: Unit, case_id: UUID, model: type[SQLModel], column: str, row_id: UUID, sealed: bytes) -> Any:
    return json.loads(keys.open(unit, case_id, keys.place(model, column, row_id), sealed))


def unseal_line(unit: Unit, row: AnyRow, model: type[SQLModel], column: str) -> Any:
    """The same for a line of a list of cases that carries its own key (`keys.beside`)."""
    return json.loads(keys.open_line(unit, row.id, row, keys.place(model, column, row.id), getattr(row, column)))
