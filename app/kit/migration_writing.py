"""Writing a migration from what changed in the models; for `bin/migration` and the test that holds both together."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from sqlalchemy import JSON, Connection, DateTime, LargeBinary, MetaData, String, Uuid
from sqlalchemy.types import TypeDecorator

from app.kit import migrating, schema
from app.kit.crypto import Keyring
from app.kit.towns import Town

PLAIN = {
    String: "sa.String()",
    DateTime: "sa.DateTime(timezone=True)",
    Uuid: "sa.Uuid()",
    JSON: "sa.JSON()",
    LargeBinary: "sa.LargeBinary()",
}
"""Migrations outlive our own types: they name the ones of SQLAlchemy beneath."""


def write(metadata: MetaData, message: str) -> Path:
    """A new migration from the newest one to the models; the file."""
    number = f"{int(schema.newest() if any(schema.VERSIONS.glob('[0-9]*.py')) else 0) + 1:04}"
    with TemporaryDirectory() as folder:
        town = Town("town", (), "", f"sqlite:///{folder}/town.db", "", Keyring(()))
        with migrating.connected(town) as connection, connection.begin():
            config = migrating.config(connection=connection, metadata=metadata, render=render)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            if number != "0001":
                command.upgrade(config, "head")
            command.revision(config, message, autogenerate=True, rev_id=number)
    return next(schema.VERSIONS.glob(f"{number}_*.py"))


def differences(connection: Connection, metadata: MetaData) -> list[Any]:
    """What the models say and the database does not have, or the other way round."""
    found: list[Any] = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    return found


def render(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    if kind != "type":
        return False
    plain = item.impl_instance if isinstance(item, TypeDecorator) else item
    return next((words for base, words in PLAIN.items() if isinstance(plain, base)), False)
