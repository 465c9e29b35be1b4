"""The services that come with the product: each town has them, in a department that it chooses in town.yaml."""

from collections.abc import Sequence
from dataclasses import replace

from app import catalogue, codesign
from app.catalogue import Broken, LoadedPackage, Problem, TownFolder
from app.kit import db
from app.kit.towns import Town

DEPARTMENT = b"responsible_department"
"""What stands in the package where a town puts one of its departments."""


def of(folder: TownFolder) -> tuple[LoadedPackage, ...]:
    """For a town folder; none while its town.yaml does not fit. A town may bring a package of its own instead."""
    if folder.facts is None:
        return ()
    own = {each.id for each in folder.packages}
    found = _load(folder.facts.barriers or folder.facts.departments[0].id, folder.locales)
    return tuple(each for each in found if each.id not in own)


def joined(folder: TownFolder) -> TownFolder:
    """The folder as if these services lay in it, with their recorded runs."""
    return replace(folder, packages=(*folder.packages, *of(folder)))


def renew(town: Town) -> bool:
    """Bring them to what this version of the product holds, in a town that was imported before; whether they changed.
    A town that holds nothing yet gets them with its folder."""
    with db.write(town) as unit:
        if not catalogue.content_version(unit):
            return False
        known = catalogue.town(unit, town.locales[0])
        changed = False
        for each in _load(known.barriers, known.locales):
            changed |= catalogue.import_built_in(unit, each, known.locales)
    return changed


def _load(department: str, locales: Sequence[str]) -> tuple[LoadedPackage, ...]:
    problems: list[Problem] = []
    source = catalogue.open_source(codesign.SERVICE)
    files = {**source.files, "service.yaml": source.files["service.yaml"].replace(DEPARTMENT, department.encode())}
    loaded = catalogue.read_package(catalogue.Source(files), locales, problems)
    if problems:
        raise Broken(problems)
    return (loaded,)
