"""Shortcuts of one key: off until they are wanted, and each can be changed (WCAG 2.1.4). Its own SELECT."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.desk.models import DeskShortcuts
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Invalid, Problem

ACTIONS: Mapping[str, tuple[str, str]] = {
    "start": ("s", N_("Go to the start page")),
    "queue": ("q", N_("Go to the queue")),
    "next": ("j", N_("Open the next case of the list")),
    "previous": ("k", N_("Open the case before it in the list")),
    "find": ("f", N_("Go to the search box")),
    "message": ("m", N_("Write to the person")),
    "note": ("n", N_("Write a note")),
    "pass": ("p", N_("Go to who has the case")),
    "shortcuts": ("h", N_("See the shortcuts")),
}
"""Each action with its first key and its words."""

S = db.table(DeskShortcuts).c
OF = select(S.wanted, S.chosen).where(S.account_id == bindparam("account"))


def of(unit: Unit, account: UUID) -> tuple[bool, dict[str, str]]:
    """Whether they are wanted, and the key of each action."""
    row = db.row(unit, OF, account=account)
    kept = row.chosen if row else {}
    return bool(row and row.wanted), {action: kept.get(action, first) for action, (first, _) in ACTIONS.items()}


def told(unit: Unit, account: UUID) -> str:
    """For the script: "start=s queue=q", "" while they are not wanted."""
    wanted, keys = of(unit, account)
    return " ".join(f"{action}={key}" for action, key in keys.items()) if wanted else ""


def keep(unit: Unit, actor: Actor, wanted: bool, keys: Mapping[str, str]) -> None:
    """Keep them, when each is one letter or digit and none stands twice."""
    problems = {}
    for action, key in keys.items():
        if len(key) != 1 or not key.isalnum():
            problems[f"key.{action}"] = Problem(N_("Write one letter or digit."))
        elif list(keys.values()).count(key) > 1:
            problems[f"key.{action}"] = Problem(N_("This key is used twice. Choose another."))
    if problems:
        raise Invalid(problems)
    values = {"wanted": wanted, "chosen": dict(keys)}
    table = db.table(DeskShortcuts)
    if not db.change(unit, update(table).where(table.c.account_id == actor.account_id).values(values)):
        db.add(unit, DeskShortcuts, account_id=actor.account_id, **values)
