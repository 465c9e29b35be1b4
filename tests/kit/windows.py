"""Pages of our own for the tests of the edge, below a locale and nowhere else."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, update
from starlette.routing import BaseRoute, Mount

from app.catalogue.models import ServiceText
from app.identity.pages import SignIn
from app.kit import db
from app.kit.db import Unit
from app.kit.guard import Attempt
from app.kit.pages import Page
from app.kit.towns import Town
from tests.towns import Client

A = db.table(Attempt).c


def window(town: Town, *routes: BaseRoute) -> Client:
    """A browser before an application that has these pages only."""
    return Client(town, (Mount("/{locale:locale}", routes=list(routes)),))


def mark(unit: Unit, name: str) -> None:
    """A change that can be counted afterwards."""
    db.add(unit, Attempt, key=name.encode(), count=1, until=unit.now)


def counter(unit: Unit) -> Any:
    """How far the one counter stands, None before it was made."""
    return db.value(unit, select(A.count).where(A.key == b"counter"))


def marks(town: Town) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(Attempt))))


def rename(unit: Unit, name: str) -> None:
    """Change one sentence, as an import does; the caller bumps the content version."""
    table = db.table(ServiceText)
    mine = (table.c.service == "birth_certificate") & (table.c.locale == "en")
    sentences = db.value(unit, select(table.c.sentences).where(mine))
    db.change(unit, update(table).where(mine).values(sentences={**sentences, "service.name": name}))


def page(typed: str = "", said: Sequence[str] = ()) -> Page:
    """A page that shows what was typed."""
    return SignIn(email=typed)
