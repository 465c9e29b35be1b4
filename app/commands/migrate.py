"""migrate: backed up first, then one transaction; there is no way back down but the backup."""

import argparse

from app.kit import settings
from app.wiring import built_in, locales


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--backed-up", action="store_true", help="make no backup: you have one")
    parser.epilog = "What a town holds is backed up first: beside its SQLite file, or by pg_dump into BACKUPS."


def run(given: argparse.Namespace) -> int:
    from app.kit.migrating import migrate  # Alembic takes half a second

    known = settings.load()
    locales.compile_changed()
    for town in settings.towns(known).all:
        number = migrate(town, backed_up=given.backed_up)
        built_in.renew(town)
        print(f"{town.name}: {number}" if number else f"{town.name}: nothing to do")
    return 0
