"""What each process keeps of a town's content, by content version: read once, shared by all its threads."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.catalogue.compiling import build
from app.catalogue.definition import Service
from app.catalogue.models import Content, ServiceRow, ServiceText, ServiceVersion
from app.catalogue.versioning import SHELF, content_version
from app.kit import db
from app.kit.db import Unit
from app.kit.errors import NotFound

S, V, T, C = (db.table(model).c for model in (ServiceRow, ServiceVersion, ServiceText, Content))

CURRENT = db.table(ServiceRow).join(db.table(ServiceVersion), V.id == S.current)
SERVICES = select(S.id, S.current, S.open, V.structure, V.at).select_from(CURRENT).order_by(S.position, S.id)
NEWEST = select(T.service, T.locale, func.max(T.revision).label("revision")).group_by(T.service, T.locale).subquery()
SENTENCES = select(T.service, T.locale, T.sentences, T.at).join(
    NEWEST, (T.service == NEWEST.c.service) & (T.locale == NEWEST.c.locale) & (T.revision == NEWEST.c.revision)
)
CONTENT = select(C.kind, C.key, C.data, C.at)
PINNED = select(V.structure).where(V.id == bindparam("version"))

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Shelf:
    """All content of one town at one version. `changed` says since when a piece is as it is: town content by kind and
    key, the structure of a service by "service", its sentences by "service_sentences"."""

    services: Mapping[str, Service]
    open: frozenset[str]
    sentences: Mapping[tuple[str, str], Mapping[str, str]]
    content: Mapping[tuple[str, str], Any]
    changed: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    made: dict[tuple[object, ...], Any] = field(default_factory=dict)

    def get(self, kind: str, key: str = "") -> Any:
        """A piece of content, or an empty mapping in a town that has nothing imported yet."""
        return self.content.get((kind, key), {})


class Kept(Generic[Key, Value]):
    """The values used last, at most so many. Two threads may make the same value; one of them is kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        with self._lock:
            known = self._values.get(key)
            if known is not None:
                self._values.move_to_end(key)
                return known
        value = make()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value


_shelves: Kept[tuple[str, str], Shelf] = Kept(32)
_pinned: Kept[UUID, Service] = Kept(512)


def shelf(unit: Unit) -> Shelf:
    """The content that this unit sees. Content versions are fresh ids, so that one never means two contents."""
    found: Shelf | None = unit.known.get(SHELF)
    if found is None:
        found = unit.known[SHELF] = _shelves.get((unit.town.name, content_version(unit)), lambda: _load(unit))
    return found


def derived(unit: Unit, name: tuple[object, ...], make: Callable[[], Value]) -> Value:
    """What follows from the content alone: made when it is first asked for, kept as long as that content."""
    made: dict[tuple[object, ...], Value] = shelf(unit).made
    if name not in made:
        made[name] = make()
    return made[name]


def pinned(unit: Unit, version_id: UUID) -> Service:
    """The service of a version that a draft or a case pins."""
    return _pinned.get(version_id, lambda: _load_version(unit, version_id))


def _load(unit: Unit) -> Shelf:
    rows, texts, pieces = db.rows(unit, SERVICES), db.rows(unit, SENTENCES), db.rows(unit, CONTENT)
    return Shelf(
        services={row.id: _pinned.get(row.current, lambda row=row: build(row.current, row.structure)) for row in rows},  # type: ignore[misc]
        open=frozenset(row.id for row in rows if row.open),
        sentences={(row.service, row.locale): row.sentences for row in texts},
        content={(row.kind, row.key): row.data for row in pieces},
        changed={("service", row.id): row.at for row in rows}
        | {("service_sentences", f"{row.service}/{row.locale}"): row.at for row in texts}
        | {(row.kind, row.key): row.at for row in pieces},
    )


def _load_version(unit: Unit, version_id: UUID) -> Service:
    structure = db.value(unit, PINNED, version=version_id)
    if structure is None:
        raise NotFound
    return build(version_id, structure)
