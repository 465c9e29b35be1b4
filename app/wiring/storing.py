"""What a town folder brings, stored by each room's own importer: all in one write unit, or not at all."""

from collections.abc import Mapping, Sequence
from typing import Any

from app import catalogue, identity, people
from app.catalogue import TownFolder
from app.kit import db
from app.kit.towns import Town
from app.wiring import built_in

Entries = Sequence[Mapping[str, Any]]
"""The people of people.yaml."""


def store(town: Town, folder: TownFolder, entries: Entries) -> bool:
    """Whether anything of the catalogue changed. Raises Broken if the folder is not clean."""
    with db.write(town) as unit:
        changed = catalogue.import_town(unit, folder, built_in.of(folder))
        persons = people.import_people(unit, entries)
        identity.import_accounts(unit, entries, persons)
        identity.mandates.import_mandates(unit, entries, persons)
    return changed
