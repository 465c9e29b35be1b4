"""Importing a town folder: each room's part by its own importer, all in one write unit or not at all."""

from pathlib import Path

from app import catalogue, identity, people
from app.catalogue import Broken
from app.kit import db, schema
from app.kit.towns import Town
from app.wiring import jobs
from app.wiring.people_file import read_people


def import_folder(town: Town, path: Path) -> bool:
    """Import a folder or zip; whether anything of the catalogue changed. Raises Broken with every problem."""
    schema.insist(town)
    jobs.install()
    folder = catalogue.load_town(path)
    entries, problems = read_people(folder)
    if problems:
        raise Broken([*catalogue.check_town(path), *problems])
    with db.write(town) as unit:
        changed = catalogue.import_town(unit, folder)
        persons = people.import_people(unit, entries)
        identity.import_accounts(unit, entries, persons)
    return changed
