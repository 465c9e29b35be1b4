"""The indexes of this process: one a town and language, made anew in a thread when content changed.

Nobody waits for that: until it is done the last one answers. Only the first question of a process waits.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock, Thread

from app.catalogue.searching.documents import Document, documents
from app.catalogue.searching.index import Index
from app.catalogue.versioning import content_version
from app.kit.db import Unit

MOST = 64


@dataclass
class Kept:
    """`made` is the version that `index` was made of, `making` the one that a thread is at, "" if none is."""

    made: str
    index: Index
    making: str = ""


_kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()
_lock = Lock()


def index(unit: Unit, locale: str) -> tuple[Index, bool]:
    """The index to ask now, and whether it is that of the content that this unit sees."""
    key, version = (unit.town.database_url, locale), content_version(unit)
    with _lock:
        kept = _kept.get(key)
        if kept is not None:
            _kept.move_to_end(key)
            begin = version not in (kept.made, kept.making)
            kept.making = version if begin else kept.making
    if kept is None:
        return _first(key, version, documents(unit, locale)), True
    if begin:
        Thread(target=_remake, args=(kept, version, documents(unit, locale)), name="search", daemon=True).start()
    return kept.index, kept.made == version


def _first(key: tuple[str, str], version: str, found: list[Document]) -> Index:
    made = Index(found, key[1])
    with _lock:
        _kept[key] = Kept(version, made)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made


def _remake(kept: Kept, version: str, found: list[Document]) -> None:
    made = Index(found, kept.index.locale)
    with _lock:
        if kept.making == version:  # content did not change once more meanwhile
            kept.made, kept.index, kept.making = version, made, ""
