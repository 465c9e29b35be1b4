"""Importing a town folder: all of it in one write unit, or nothing; the same again changes nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, select

from app.catalogue.checks import check_folder, check_parts
from app.catalogue.checks.succession import check_succession
from app.catalogue.loading import LoadedPackage, TownFolder, load_town
from app.catalogue.models import ServiceRow, ServiceVersion
from app.catalogue.problems import Broken, Problem
from app.catalogue.storing import store_content, store_package
from app.catalogue.versioning import bump
from app.catalogue.writing.storing import pieces
from app.kit import db
from app.kit.db import Unit

Piece = tuple[str, str]
BEHIND_ALL = 10_000
"""The place of a service that comes with the product."""

S, V = db.table(ServiceRow).c, db.table(ServiceVersion).c
EARLIER = (
    select(V.structure)
    .join_from(db.table(ServiceVersion), db.table(ServiceRow), S.id == V.service)
    .where(V.service == bindparam("service"))
    .order_by(V.id == S.current, V.id)
)
"""The structures of a service, the current one last."""


def import_town(unit: Unit, folder: TownFolder, built_in: Sequence[LoadedPackage] = ()) -> bool:
    """Store the catalogue's part of a town folder, and the services that every town has; whether anything changed.
    Broken, with every problem, if the folder is not clean."""
    problems = [*check_parts(folder, unit.now), *_succession(unit, folder)]
    if problems or folder.facts is None:
        raise Broken(problems)
    changed = False
    carried = set()
    for position, loaded in enumerate(_in_order(folder)):
        if loaded.package:
            changed |= store_package(unit, loaded, folder.locales, position)
            carried.add(loaded.package.id)
    for loaded in built_in:
        changed |= _store_built_in(unit, loaded, folder.locales)
    known = {row.id for row in db.rows(unit, select(db.table(ServiceRow).c.id))}
    changed |= store_content(unit, {**_pieces(folder), **pieces(unit, folder)}, known - carried)
    if changed:
        bump(unit)
    return changed


def import_built_in(unit: Unit, loaded: LoadedPackage, locales: Sequence[str]) -> bool:
    """Store a service that comes with the product in a town that is there already; whether anything changed."""
    changed = _store_built_in(unit, loaded, locales)
    if changed:
        bump(unit)
    return changed


def _store_built_in(unit: Unit, loaded: LoadedPackage, locales: Sequence[str]) -> bool:
    return store_package(unit, loaded, locales, BEHIND_ALL, listed=False)


def _succession(unit: Unit, folder: TownFolder) -> Iterator[Problem]:
    for loaded in folder.packages:
        if loaded.package:
            earlier = [row.structure for row in db.rows(unit, EARLIER, service=loaded.package.id)]
            yield from check_succession(loaded, earlier)


def _in_order(folder: TownFolder) -> list[LoadedPackage]:
    """The packages as town.yaml lists its services; those it does not name come after, by folder."""
    wanted = list(folder.facts.services) if folder.facts else []

    def place(loaded: LoadedPackage) -> int:
        id = loaded.package.id if loaded.package else ""
        return wanted.index(id) if id in wanted else len(wanted)

    return sorted(folder.packages, key=place)


def _pieces(folder: TownFolder) -> dict[Piece, Any]:
    """The town's content by kind and key, as it is stored."""
    assert folder.facts is not None
    pieces: dict[Piece, Any] = {
        ("town", ""): folder.facts.model_dump(mode="json"),
        ("profile", ""): folder.profile.data,
        ("phrases", ""): folder.phrases.model_dump(mode="json"),
    }
    for locale in folder.locales:
        pieces["sentences", locale] = folder.sentences.in_locale(locale)
        pieces["phrase_sentences", locale] = folder.phrase_sentences.in_locale(locale)
    for name, (office, _) in folder.offices.items():
        pieces["office", name] = office.model_dump(mode="json")
    for name, table in folder.tables.items():
        pieces["table", name] = {"columns": list(table.columns), "rows": table.rows}
    for loaded in folder.packages:
        for name, table in loaded.tables.items():
            if loaded.package:
                pieces["table", f"{loaded.package.id}/{name}"] = {"columns": list(table.columns), "rows": table.rows}
    return pieces


def check_town(path: Path) -> list[Problem]:
    """Everything wrong with a town folder or zip; nothing is stored."""
    try:
        return check_folder(load_town(path))
    except Broken as broken:
        return broken.problems
