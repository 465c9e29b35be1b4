import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Connection, Engine, Integer, MetaData, String, Table, Text, not_, select

from app.kit.rules import compile_rule
from app.kit.rules.sql import as_facts, holds
from tests.kit.rules.conftest import KINDS, VECTORS

META = MetaData()
PERSON = Table("rule_person", META, Column("id", Integer, primary_key=True), prefixes=["TEMPORARY"])
FACTS = [
    Table(
        name,
        META,
        Column("person_id", Integer, primary_key=True),
        Column("key", String, primary_key=True),
        Column("value", kind, nullable=False),
        prefixes=["TEMPORARY"],
    )
    for name, kind in (("rule_fact_json", JSON(none_as_null=False)), ("rule_fact_text", Text()))
]


@pytest.fixture(scope="module", params=FACTS, ids=["json", "text"])
def facts(request: pytest.FixtureRequest) -> Table:
    table: Table = request.param
    return table


@pytest.fixture(scope="module")
def connection(engine: Engine) -> Iterator[Connection]:
    """One person a case, with the answers of the case as facts."""
    with engine.connect() as connection:
        META.create_all(connection)
        for number, case in enumerate(VECTORS["cases"]):
            connection.execute(PERSON.insert(), {"id": number})
            for key, value in as_facts(case["answers"]).items():
                row = {"person_id": number, "key": key}
                connection.execute(FACTS[0].insert(), row | {"value": value})
                connection.execute(FACTS[1].insert(), row | {"value": json.dumps(value, ensure_ascii=False)})
        yield connection


def met(case: dict[str, Any], connection: Connection, facts: Table) -> tuple[set[int], set[int]]:
    """The people for whom the rule holds, and those for whom its opposite does."""
    rule = compile_rule(case["rule"], KINDS, VECTORS["rules"])
    condition = holds(rule, facts, PERSON.c.id, date.fromisoformat(case["today"]))
    yes = connection.scalars(select(PERSON.c.id).where(condition))
    no = connection.scalars(select(PERSON.c.id).where(not_(condition)))
    return set(yes), set(no)


def test_it_holds_in_the_database_as_the_vectors_say(connection: Connection, facts: Table) -> None:
    wrong = []
    for number, case in enumerate(VECTORS["cases"]):
        yes, _no = met(case, connection, facts)
        if (number in yes) is not case["holds"]:
            wrong.append(case["says"])
    assert wrong == []


def test_it_is_never_null(connection: Connection, facts: Table) -> None:
    everybody = set(range(len(VECTORS["cases"])))
    for case in VECTORS["cases"]:
        yes, no = met(case, connection, facts)
        assert (yes | no, yes & no) == (everybody, set()), case["says"]
