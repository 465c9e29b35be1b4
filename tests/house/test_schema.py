"""The migrations make exactly the tables that the models name, on both databases."""

from sqlalchemy import text

from app.kit import migrating, schema
from app.kit.migration_writing import differences
from app.kit.towns import Town
from app.wiring.models import METADATA


def test_the_models_equal_the_migrations(empty_town: Town) -> None:
    with migrating.connected(empty_town) as connection:
        found = differences(connection, METADATA)
    assert not found, "write a migration: bin/migration"


def test_a_table_that_only_the_database_has_is_seen(empty_town: Town) -> None:
    with migrating.connected(empty_town) as connection:
        connection.execute(text("ALTER TABLE person DROP COLUMN name"))
        connection.execute(text("CREATE TABLE stray (id INTEGER)"))
        found = differences(connection, METADATA)
    assert {entry[0] for entry in found} >= {"remove_table", "add_column"}


def test_a_migrated_town_is_at_the_newest_schema(empty_town: Town) -> None:
    assert schema.current(empty_town) == schema.newest()
