"""Who bears blind tokens: one of each of several sets, however many bear each.

The set that the fewest bear is read, and each of those is looked up in the others by the key. How many bear a token is
counted up to a bound; of sets that many bear, the one that was named first is read. So a question takes about as long
among a million as among ten thousand: either few bear one of the sets, or so many bear all that the first are soon
found. Every SELECT of it is here.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, literal_column, select

from app.kit import db
from app.kit.db import Unit

COUNTED = 500
"""Bearers of a token that are counted; more are simply many."""


def first(unit: Unit, table: Table, owner: str, needs: Sequence[frozenset[bytes]], most: int) -> list[UUID]:
    """The first so many who bear a token of each set. `table` holds tokens, and in the column `owner` who bears it."""
    ordered = [sorted(some) for some in (rarest_first(unit, table, needs) if len(needs) > 1 else needs)]
    if not ordered:
        return []
    asked = {f"some{at}": tokens for at, tokens in enumerate(ordered)}
    rows = db.rows(unit, _statement(table, owner, len(ordered)), most=most * len(ordered[0]), **asked)
    return list(dict.fromkeys(row[0] for row in rows))[:most]


def rarest_first(unit: Unit, table: Table, needs: Sequence[frozenset[bytes]]) -> list[frozenset[bytes]]:
    """In the order in which few bear them; nothing where nobody bears one of them."""
    tokens = sorted(frozenset().union(*needs))
    counts = db.rows(unit, _counting(table, len(tokens)), **{f"token{at}": one for at, one in enumerate(tokens)})[0]
    of = dict(zip(tokens, counts, strict=True))
    borne = {some: sum(of[token] for token in some) for some in needs}
    return sorted(needs, key=borne.__getitem__) if all(borne.values()) else []


@cache
def _counting(table: Table, number: int) -> Select[Any]:
    """How many bear each of so many tokens, up to the bound."""
    one: ColumnElement[int] = literal_column("1")
    parts = []
    for at in range(number):
        borne = select(one).select_from(table).where(table.c.token == bindparam(f"token{at}")).limit(COUNTED).subquery()
        parts.append(select(func.count()).select_from(borne).scalar_subquery())
    return select(*parts)


@cache
def _statement(table: Table, owner: str, number: int) -> Select[Any]:
    """A constant for each number of sets. Each candidate is looked up by the key: a join would read all who have a
    common token."""
    some = table.c
    wanted: list[ColumnElement[bool]] = [some.token.in_(bindparam("some0", expanding=True))]
    for at in range(1, number):
        other = table.alias().c
        has = select(other.token).where(
            other[owner] == some[owner], other.token.in_(bindparam(f"some{at}", expanding=True))
        )
        wanted.append(has.limit(1).scalar_subquery().is_not(None))
    return select(some[owner]).where(*wanted).limit(bindparam("most"))
