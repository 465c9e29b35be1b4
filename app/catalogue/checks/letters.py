"""Letters: each declared one has its file, and each variable is declared, known and used."""

from collections.abc import Iterator

from app.catalogue.checks.variables import for_letter
from app.catalogue.letters import OFFERED, LetterSource
from app.catalogue.loading import LoadedPackage
from app.catalogue.package import Package
from app.catalogue.problems import Problem


def check_letters(loaded: LoadedPackage) -> Iterator[Problem]:
    package = loaded.package
    if package is None:
        return
    for name in package.letters:
        if name not in loaded.letters:
            yield loaded.marked.problem(("letters", name), f"There is no letters/{name}.html. Add the letter.")
    for name, letter in loaded.letters.items():
        if name not in package.letters:
            message = f"service.yaml does not declare the letter “{name}”. Add it to `letters`, or remove the file."
            yield Problem(letter.file, 0, message)
        else:
            yield from _check(loaded, package, letter)


def _check(loaded: LoadedPackage, package: Package, letter: LetterSource) -> Iterator[Problem]:
    declared, known = package.letters[letter.name], for_letter(package)
    for number, variable in enumerate(declared):
        path = ("letters", letter.name, number)
        if variable.split(".")[0] not in known:
            yield loaded.marked.problem(path, f"“{variable}” is no field and nothing that cases give. Mend the name.")
        elif not any(_covers(variable, use.name) or _covers(use.name, variable) for use in letter.variables):
            yield loaded.marked.problem(path, f"The letter does not use “{variable}”. Remove it.")
    for use in letter.variables:
        if use.name.split(".")[0] in OFFERED or any(_covers(variable, use.name) for variable in declared):
            continue
        message = f"The letter uses “{use.name}”. Declare it in service.yaml, letters: {letter.name}."
        yield Problem(letter.file, use.line, message)


def _covers(variable: str, name: str) -> bool:
    """Whether `name` is the variable or a part of it."""
    return name == variable or name.startswith(f"{variable}.")
