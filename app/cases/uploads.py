"""The files of a question while its answer is not sent: those that came, those that stay, those that go."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from app.kit import blobs
from app.kit.db import Unit

Files = Collection[Mapping[str, Any]] | None
"""The answer to a question of the type `file`."""


def hold(unit: Unit, owner: UUID, came: Iterable[blobs.Received], now: Files, before: Files, filed: Files = ()) -> None:
    """Keep what the answer holds `now`, also what arrived well beside a file that was refused. What was there `before`
    and is no more is deleted, unless it was `filed`: a filing never changes."""
    wanted = _ids(now)
    for one in came:
        if str(one.id) in wanted:
            blobs.attach(unit, owner, one)
    for gone in _ids(before) - wanted - _ids(filed):
        file = blobs.find(unit, owner, UUID(gone))
        if file is not None:
            blobs.remove(unit, file)


def _ids(files: Files) -> set[str]:
    return {str(file["blob"]) for file in files or ()}
