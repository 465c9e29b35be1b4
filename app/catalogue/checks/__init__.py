"""Checks at import and before publication: all at once, each with file, line and what to do.

Playing the recorded runs is not done here: `wiring` does it, in a scratch town.
"""

from collections.abc import Iterator

from app.catalogue.checks.copies import check_copies
from app.catalogue.checks.coverage import missing_runs
from app.catalogue.checks.letters import check_letters
from app.catalogue.checks.structure import check_structure
from app.catalogue.checks.texts import check_texts
from app.catalogue.checks.towns import check_town_part
from app.catalogue.checks.translations import check_translations
from app.catalogue.loading import LoadedPackage, TownFolder
from app.catalogue.problems import Problem


def check_folder(folder: TownFolder) -> list[Problem]:
    """Everything wrong with a town folder, sorted by file and line."""
    departments = frozenset(each.id for each in folder.facts.departments) if folder.facts else frozenset()
    problems = [*folder.problems, *check_town_part(folder), *check_copies(folder)]
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
    if loaded.package:
        runs = [run for run, _ in loaded.runs.values()]
        for number, id in missing_runs(loaded.package.workflow, runs):
            message = f"No recorded run takes the transition “{id}”. Add one to runs/."
            yield loaded.marked.problem(("workflow", "transitions", number), message)
