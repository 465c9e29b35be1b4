"""Views that were saved: hers, and those that a supervisor shared with a department. Its own SELECTs."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, delete, or_, select

from app.desk.models import DeskView
from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id
from app.kit.inputs import Invalid, Problem

MOST = 20

V = db.table(DeskView).c
MINE = V.account_id == bindparam("account")
SHARED = V.department.in_(bindparam("departments", expanding=True))
OPEN_TO = keys.beside(select(V.id, V.account_id, V.department, V.name, V.query), V.account_id).where(
    or_(MINE & V.department.is_(None), SHARED)
)
ALL = OPEN_TO.order_by(V.department.is_(None).desc(), V.id)
ONE = OPEN_TO.where(V.id == bindparam("view"))


class View(NamedTuple):
    """`department` is "" where only its author has it; `mine`: this actor may remove it."""

    id: UUID
    name: str
    query: str
    department: str
    mine: bool


class TooManyViews(Refused):
    words = N_("You have 20 saved views. Remove one of them first.")


def all_of(unit: Unit, actor: Actor) -> list[View]:
    """Hers first, then those of her departments; one whose author was erased is gone."""
    rows = db.rows(unit, ALL, account=actor.account_id, departments=sorted(actor.departments))
    return [view for row in rows if (view := _view(unit, actor, row)) is not None]


def one(unit: Unit, actor: Actor, view_id: UUID) -> View:
    """One that she may remove, or NotFound."""
    row = db.row(unit, ONE, account=actor.account_id, departments=sorted(actor.departments), view=view_id)
    view = _view(unit, actor, row) if row else None
    if view is None or not view.mine:
        raise NotFound
    return view


def keep(unit: Unit, actor: Actor, name: str, query: str, department: str) -> None:
    """Save a part of the queue under a name; with a department it is shared."""
    assert actor.account_id is not None
    known = all_of(unit, actor)
    if any(view.name.casefold() == name.casefold() and view.department == department for view in known):
        raise Invalid({"name": Problem(N_("There is a view of this name already. Choose another name."))})
    if len([view for view in known if view.mine]) >= MOST:
        raise TooManyViews(path="/desk/views", link=N_("See the saved views"))
    view_id = new_id()
    db.add(
        unit, DeskView, id=view_id, account_id=actor.account_id, department=department or None, query=query,
        created_at=unit.now,
        name=keys.seal(unit, actor.account_id, keys.place(DeskView, "name", view_id), name),
    )  # fmt: skip


def remove(unit: Unit, view: View) -> None:
    db.change(unit, delete(db.table(DeskView)).where(V.id == view.id))


def _view(unit: Unit, actor: Actor, row: db.AnyRow) -> View | None:
    try:
        name = keys.open_line(unit, row.account_id, row, keys.place(DeskView, "name", row.id), row.name)
    except keys.Erased:
        return None
    mine = row.account_id == actor.account_id or row.department in actor.leads
    return View(row.id, name, row.query, row.department or "", mine)
