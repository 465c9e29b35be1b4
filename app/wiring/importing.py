"""Importing a town folder: checked, its recorded runs played, then stored; or not at all."""

from pathlib import Path

from app import catalogue
from app.catalogue import Broken
from app.kit import schema
from app.kit.towns import Town
from app.wiring import jobs, replay, storing
from app.wiring.people_file import read_people


def import_folder(town: Town, path: Path) -> bool:
    """Import a folder or zip; whether anything of the catalogue changed. Raises Broken with every problem."""
    schema.insist(town)
    jobs.install()
    folder = catalogue.load_town(path)
    entries, amiss = read_people(folder)
    if problems := [*catalogue.check_parts(folder), *amiss]:
        raise Broken([*problems, *catalogue.check_coverage(folder)])
    if problems := replay.check_runs(folder, town.clock.now()):
        raise Broken(problems)
    return storing.store(town, folder, entries)
