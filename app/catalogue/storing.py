"""Writing what was loaded, and only what differs: each function answers whether it changed anything people see."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from app.catalogue.compiling import compile_package, digest
from app.catalogue.loading import LoadedPackage
from app.catalogue.models import Content, ServiceRow, ServiceSource, ServiceText, ServiceVersion
from app.catalogue.source import pack
from app.kit import db
from app.kit.db import Unit
from app.kit.ids import new_id

S, V = db.table(ServiceRow), db.table(ServiceVersion)
T, A, C = db.table(ServiceText), db.table(ServiceSource), db.table(Content)

VERSION = select(V.c.id).where(V.c.service == bindparam("service"), V.c.digest == bindparam("digest"))
SERVICE = select(S.c.current, S.c.department, S.c.position).where(S.c.id == bindparam("service"))
LAST_TEXT = (
    select(T.c.revision, T.c.digest, T.c.sentences)
    .where(T.c.service == bindparam("service"), T.c.locale == bindparam("locale"))
    .order_by(T.c.revision.desc())
    .limit(1)
)
ARCHIVE = select(A.c.archive).where(A.c.service == bindparam("service"))


def store_package(
    unit: Unit, loaded: LoadedPackage, locales: Iterable[str], position: int, *, listed: bool = True
) -> bool:
    """A package: its version when the structure is new, its texts where they differ, and the package itself. One that
    is not `listed` has a way in of its own."""
    package = loaded.package
    assert package is not None
    structure = compile_package(loaded)
    mark = digest(structure)
    found = db.row(unit, VERSION, service=package.id, digest=mark)
    version = found.id if found else new_id()
    if not found:
        db.add(
            unit, ServiceVersion, id=version, service=package.id, digest=mark, structure=structure, at=unit.now
        )  # fmt: skip
    facts = {"current": version, "department": package.department, "position": position}
    before = db.row(unit, SERVICE, service=package.id)
    changed = before is None or tuple(before) != tuple(facts.values())
    if before is None:
        db.add(unit, ServiceRow, id=package.id, open=listed, **facts)
    elif changed:
        db.change(unit, update(S).where(S.c.id == package.id).values(**facts))
    for locale in locales:
        changed |= _store_text(unit, package.id, locale, loaded.sentences.in_locale(locale))
    _store_archive(unit, package.id, pack(loaded.source))
    return changed


def _store_text(unit: Unit, service: str, locale: str, sentences: dict[str, str]) -> bool:
    """A new revision if a sentence differs. Keys never vanish: an older version of the service may still show them."""
    last = db.row(unit, LAST_TEXT, service=service, locale=locale)
    merged = dict(sorted(({**last.sentences, **sentences} if last else sentences).items()))
    mark = digest(merged)
    if last and last.digest == mark:
        return False
    revision = last.revision + 1 if last else 1
    db.add(
        unit,
        ServiceText,
        id=new_id(),
        service=service,
        locale=locale,
        revision=revision,
        digest=mark,
        sentences=merged,
        at=unit.now,
    )
    return True


def _store_archive(unit: Unit, service: str, archive: bytes) -> None:
    found = db.value(unit, ARCHIVE, service=service)
    if found is None:
        db.add(unit, ServiceSource, service=service, archive=archive)
    elif found != archive:
        db.change(unit, update(A).where(A.c.service == service).values(archive=archive))


def store_content(unit: Unit, pieces: Mapping[tuple[str, str], Any], kept: Iterable[str]) -> bool:
    """The town's content as it should be. What is no longer there is removed, except lookup tables of the services
    `kept`, which this import does not carry."""
    before = {(row.kind, row.key): row for row in db.rows(unit, select(C.c.id, C.c.kind, C.c.key, C.c.data))}
    spared = {("table", key) for kind, key in before if kind == "table" and key.partition("/")[0] in set(kept)}
    changed = False
    for (kind, key), data in pieces.items():
        found = before.get((kind, key))
        if found is None:
            db.add(unit, Content, id=new_id(), kind=kind, key=key, data=data, at=unit.now)
        elif found.data != data:
            db.change(unit, update(C).where(C.c.id == found.id).values(data=data, at=unit.now))
        else:
            continue
        changed = True
    for place in before.keys() - pieces.keys() - spared:
        db.change(unit, delete(C).where(C.c.id == before[place].id))
        changed = True
    return changed
