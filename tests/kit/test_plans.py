"""Questions as plans say the same as SQLAlchemy's own execution, on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Date, Integer, LargeBinary, MetaData, String, Table, Uuid, bindparam, func, select
from sqlalchemy.exc import DBAPIError

from app.kit import db, plans
from app.kit.ids import new_id
from app.kit.tables import Moment
from app.kit.towns import Town

T = Table(
    "thing", MetaData(), Column("id", Uuid, primary_key=True), Column("at", Moment), Column("day", Date),
    Column("words", String), Column("sealed", LargeBinary), Column("facts", JSON), Column("number", Integer),
)  # fmt: skip
C = T.c
AT = datetime(2026, 11, 24, 9, 30, 1, 250, UTC)
IDS = [new_id() for _ in range(3)]
ROWS = [
    {"id": IDS[0], "at": AT, "day": AT.date(), "words": "Å 王", "sealed": b"\0\1", "facts": {"a": [1]}, "number": 1},
    {"id": IDS[1], "at": AT + timedelta(days=1), "day": None, "words": "", "sealed": b"", "facts": [], "number": 2},
    {"id": IDS[2], "at": None, "day": None, "words": None, "sealed": None, "facts": None, "number": None},
]
BY_NUMBER = select(T).order_by(C.number.is_(None), C.number)


@pytest.fixture
def unit(town: Town) -> Iterator[db.Unit]:
    with db.write(town) as unit:
        T.create(unit.connection)
        unit.connection.execute(T.insert(), ROWS)
        yield unit
        unit.connection.rollback()


@pytest.mark.parametrize(
    ("statement", "params"),
    [
        (BY_NUMBER, {}),
        (BY_NUMBER.where(C.id == bindparam("id")), {"id": IDS[1]}),
        (BY_NUMBER.where(C.id.in_(bindparam("ids", expanding=True))), {"ids": IDS[:2]}),
        (BY_NUMBER.where(C.id.in_(bindparam("ids", expanding=True))), {"ids": IDS}),
        (BY_NUMBER.where(C.id.in_(bindparam("ids", expanding=True))), {"ids": []}),
        (BY_NUMBER.where(C.id.in_(bindparam("ids", expanding=True))), {"ids": tuple(IDS)}),
        (BY_NUMBER.where(C.number.in_((1, 2)), C.words != bindparam("words")), {"words": "x"}),
        (BY_NUMBER.where(C.at > bindparam("at"), C.day.is_(None)), {"at": AT}),
        (BY_NUMBER.where(C.day == bindparam("day")), {"day": AT.date()}),
        (BY_NUMBER.limit(bindparam("most")), {"most": 2}),
        (select(func.count().label("many"), func.max(C.at).label("last")).where(C.number > 0), {}),
        (select(C.id, C.number).where(C.words == "nowhere"), {}),
    ],
)
def test_a_plan_answers_like_the_library(unit: db.Unit, statement: Any, params: dict[str, Any]) -> None:
    theirs = unit.connection.execute(statement, params).all()
    plans.ask(unit.connection, statement, params)
    ours = plans.ask(unit.connection, statement, params)
    assert statement in plans._plans
    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]
    assert [row._asdict() for row in ours] == [row._asdict() for row in theirs]
    assert [[type(cell) for cell in row] for row in ours] == [[type(cell) for cell in row] for row in theirs]


def test_a_parameter_that_is_missing_is_a_mistake(unit: db.Unit) -> None:
    known = BY_NUMBER.where(C.id == bindparam("id"))
    plans.ask(unit.connection, known, {"id": IDS[0]})
    with pytest.raises(KeyError):
        plans.ask(unit.connection, known, {})


def test_what_is_no_list_cannot_be_one(unit: db.Unit) -> None:
    known = BY_NUMBER.where(C.id.in_(bindparam("ids", expanding=True)))
    plans.ask(unit.connection, known, {"ids": IDS})
    with pytest.raises(TypeError, match="ids: give a list"):
        plans.ask(unit.connection, known, {"ids": set(IDS)})


def test_what_the_database_says_comes_as_the_library_says_it(unit: db.Unit) -> None:
    known = select(Table("passing", MetaData(), Column("id", Integer)))
    unit.connection.exec_driver_sql("CREATE TABLE passing (id INTEGER)")
    plans.ask(unit.connection, known, {})
    unit.connection.exec_driver_sql("DROP TABLE passing")
    with pytest.raises(DBAPIError) as told:
        plans.ask(unit.connection, known, {})
    assert "passing" in str(told.value.orig)


def test_what_is_made_for_once_leaves_no_plan(unit: db.Unit) -> None:
    kept = len(plans._plans)
    for number in range(20):
        plans.ask(unit.connection, BY_NUMBER.where(C.number == number), {})
    assert len(plans._plans) <= kept + 1, "the library keeps the first of those that are alike"


def test_ids_that_were_read_before_are_not_made_again(unit: db.Unit) -> None:
    _, first, again = (plans.ask(unit.connection, BY_NUMBER, {})[0].id for _ in range(3))
    assert first is again or unit.connection.dialect.name != "sqlite"
