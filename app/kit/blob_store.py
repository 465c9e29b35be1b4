"""Where sealed parts of files lie: a folder, S3, or memory for a test. Never asked while a unit is open."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from uuid import UUID

from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, MemoryStore, S3Store

from app.kit import db
from app.kit.towns import Town

Store = LocalStore | MemoryStore | S3Store


class Missing(Exception):
    """A part that a row promises is not in the store."""


def put(town: Town, blob_id: UUID, number: int, sealed: bytes) -> None:
    _store(town).put(_path(town, blob_id, number), sealed)


def get(town: Town, blob_id: UUID, number: int) -> bytes:
    try:
        return bytes(_store(town).get(_path(town, blob_id, number)).bytes())
    except (NotFoundError, FileNotFoundError) as problem:
        raise Missing(_path(town, blob_id, number)) from problem


def remove(town: Town, blob_id: UUID, parts: int) -> None:
    """Delete the parts of a file; one that is gone already is fine."""
    _delete(_store(town), [_path(town, blob_id, number) for number in range(parts)])


def remove_paths(town: Town, paths: Sequence[str]) -> None:
    _delete(_store(town), paths)


def older(town: Town, moment: datetime) -> Iterator[tuple[UUID, list[str]]]:
    """Files whose parts were all written before a moment: the id and the paths of each (a store lists by folder)."""
    entries = (entry for batch in _store(town).list(prefix=town.name) for entry in batch)
    for blob_id, group in groupby(entries, key=lambda entry: UUID(entry["path"].split("/")[1])):
        parts = list(group)
        if all(part["last_modified"] < moment for part in parts):
            yield blob_id, [part["path"] for part in parts]


def _path(town: Town, blob_id: UUID, number: int) -> str:
    return f"{town.name}/{blob_id}/{number}"


def _delete(store: Store, paths: Sequence[str]) -> None:
    for path in paths:
        try:
            store.delete(path)
        except (NotFoundError, FileNotFoundError):
            continue


def _store(town: Town) -> Store:
    if db.inside_unit():
        raise RuntimeError("the blob store was asked while a unit of work is open")
    return _made(town.blob_url)


@cache
def _made(url: str) -> Store:
    if url.startswith("memory:"):
        return MemoryStore()
    if url.startswith("s3://"):
        return S3Store.from_url(url)
    folder = Path(url.removeprefix("file:").removeprefix("//")).absolute()
    return LocalStore(folder, mkdir=True)
