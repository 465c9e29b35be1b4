"""Column types that every table shares, and the fields that return in most of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, LargeBinary, TypeDecorator
from sqlmodel import Field

from app.kit.ids import new_id


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime on both databases (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        return value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Read at once from what the driver gives: a list has many moments."""
        return _from_text if dialect.name == "sqlite" else _from_moment


def _from_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(f"{value}+00:00")


def _from_moment(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


Sealed = LargeBinary
"""Ciphertext of `kit.keys.seal`; never clear text."""

Json = JSON(none_as_null=True)


def key() -> UUID:
    """The primary key of nearly every table."""
    return Field(default_factory=new_id, primary_key=True)  # type: ignore[no-any-return]


def moment(**options: Any) -> Any:
    return Field(sa_type=Moment, **options)


def sealed(**options: Any) -> Any:
    return Field(sa_type=Sealed, **options)


def json(**options: Any) -> Any:
    return Field(sa_type=Json, **options)
