"""Importing a town folder: checked, its recorded runs played, then stored; or not at all."""

from pathlib import Path

from app import catalogue
from app.cases.profile import Profile
from app.catalogue import Broken
from app.catalogue.problems import Problem
from app.catalogue.typed import typed
from app.kit import schema
from app.kit.towns import Town
from app.wiring import jobs, replay, storing
from app.wiring.people_file import are_invented, read_people


def import_folder(town: Town, path: Path, *, demo: bool = False) -> bool:
    """Import a folder or zip; whether anything of the catalogue changed. Raises Broken with every problem. The invented
    people of recorded runs are known to a `demo` only."""
    schema.insist(town)
    jobs.install()
    folder = catalogue.load_town(path)
    entries, amiss = read_people(folder)
    if problems := [*catalogue.check_parts(folder, town.clock.now()), *law(folder), *amiss]:
        raise Broken([*problems, *catalogue.check_coverage(folder)])
    if problems := replay.check_runs(folder, town.clock.now()):
        raise Broken(problems)
    return storing.store(town, folder, entries if demo or not are_invented(folder) else ())


def law(folder: catalogue.TownFolder) -> list[Problem]:
    """What in the legal profile nobody can mean; that a part is missing is said by who reads the folder."""
    problems: list[Problem] = []
    if folder.profile.data:
        typed(Profile, folder.profile, problems)
    return [problem for problem in problems if "is missing" not in problem.message]
