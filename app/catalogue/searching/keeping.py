"""The indexes of this process: one a town and language, made anew in a thread when content changed.

Nobody waits for that: until it is done the last one answers. A process that begins makes all of them, so that the first
question does not wait either.
"""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock, Thread

from sqlalchemy.exc import SQLAlchemyError

from app.catalogue.searching.documents import Document, documents
from app.catalogue.searching.index import Index
from app.catalogue.versioning import content_version
from app.kit import db
from app.kit.db import Unit
from app.kit.towns import Town

log = logging.getLogger(__name__)
MOST = 64
Key = tuple[str, str, str]
"""Where a town lies, its name (two may be schemas of one database), and a language."""


@dataclass
class Kept:
    """`made` is the version that `index` was made of, `making` the one that a thread is at, "" if none is."""

    made: str
    index: Index
    making: str = ""


_kept: OrderedDict[Key, Kept] = OrderedDict()
_lock, _making = Lock(), Lock()
"""For a moment; and while an index is made, so that two who wait do not make it twice."""


def index(unit: Unit, locale: str) -> tuple[Index, bool]:
    """The index to ask now, and whether it is that of the content that this unit sees."""
    key, version = (unit.town.database_url, unit.town.name, locale), content_version(unit)
    with _lock:
        kept = _kept.get(key)
        if kept is not None:
            _kept.move_to_end(key)
            begin = version not in (kept.made, kept.making)
            kept.making = version if begin else kept.making
    if kept is None:
        return _first(unit, key, version)
    if begin:
        Thread(target=_remake, args=(kept, version, documents(unit, locale)), name="search", daemon=True).start()
    return kept.index, kept.made == version


def prepare(towns: Sequence[Town]) -> None:
    """Make the indexes of these towns, in a thread."""
    Thread(target=_prepare, args=(towns,), name="search", daemon=True).start()


def _prepare(towns: Sequence[Town]) -> None:
    for town in towns:
        try:
            for locale in town.locales:
                with db.read(town) as unit:
                    index(unit, locale)
        except SQLAlchemyError:
            log.warning("search is not ready", extra={"town": town.name}, exc_info=True)


def _first(unit: Unit, key: Key, version: str) -> tuple[Index, bool]:
    with _making:
        if key not in _kept:
            made = Index(documents(unit, key[-1]), key[-1])
            with _lock:
                _kept[key] = Kept(version, made)
                while len(_kept) > MOST:
                    _kept.popitem(last=False)
        kept = _kept[key]
    return kept.index, kept.made == version


def _remake(kept: Kept, version: str, found: list[Document]) -> None:
    made = Index(found, kept.index.locale)
    with _lock:
        if kept.making == version:  # content did not change once more meanwhile
            kept.made, kept.index, kept.making = version, made, ""
