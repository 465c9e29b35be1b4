"""Checks at import and before publication: all at once, each with file, line and what to do.

Playing the recorded runs is not done here: `wiring` does it, in a scratch town.
"""

from collections.abc import Iterator
from datetime import datetime

from app.catalogue.checks.copies import check_copies
from app.catalogue.checks.coverage import missing_runs
from app.catalogue.checks.letters import check_letters
from app.catalogue.checks.links import check_links
from app.catalogue.checks.pieces import check_pieces
from app.catalogue.checks.structure import check_structure
from app.catalogue.checks.texts import check_texts
from app.catalogue.checks.towns import check_town_part
from app.catalogue.checks.translations import check_translations
from app.catalogue.loading import LoadedPackage, TownFolder
from app.catalogue.problems import Problem
from app.kit.clock import Clock


def check_folder(folder: TownFolder, now: datetime | None = None) -> list[Problem]:
    """Everything wrong with a town folder, sorted by file and line."""
    return sorted({*check_parts(folder, now), *check_coverage(folder)})


def check_parts(folder: TownFolder, now: datetime | None = None) -> list[Problem]:
    """The same without a look at what the runs cover: playing them tells it better. `now` is the moment from which
    an event needs a date to come."""
    departments = _departments(folder)
    problems = [*folder.problems, *check_town_part(folder), *check_copies(folder)]
    problems.extend(check_pieces(folder, departments, now or Clock().now()))
    problems.extend(check_links(folder))
    for sentences in (folder.sentences, folder.phrase_sentences):
        problems.extend(check_translations(sentences))
    for loaded in folder.packages:
        problems.extend(check_package(loaded, departments))
    return sorted(set(problems))


def check_package(loaded: LoadedPackage, departments: frozenset[str]) -> Iterator[Problem]:
    """Everything wrong with one package, in a town with these departments."""
    yield from check_structure(loaded, departments)
    yield from check_letters(loaded)
    yield from check_texts(loaded)
    yield from check_translations(loaded.sentences)


def check_coverage(folder: TownFolder) -> Iterator[Problem]:
    """Transitions that no run takes, as far as it can be told without playing them."""
    for loaded in folder.packages:
        if loaded.package and loaded.runs_known:
            runs = [run for run, _ in loaded.runs.values()]
            for number, id in missing_runs(loaded.package.workflow, runs):
                message = f"No recorded run takes the transition “{id}”. Add one to runs/."
                yield loaded.marked.problem(("workflow", "transitions", number), message)


def _departments(folder: TownFolder) -> frozenset[str]:
    """Those of town.yaml; while it does not fit, each that a package names, since nobody knows better."""
    if folder.facts:
        return frozenset(each.id for each in folder.facts.departments)
    packages = [loaded.package for loaded in folder.packages if loaded.package]
    queues = {state.queue for package in packages for state in package.workflow.states.values() if state.queue}
    return frozenset({package.department for package in packages} | queues)
