"""Who bears tokens: one of each set, be the others as frequent as they like."""

from collections.abc import Iterable
from uuid import UUID

import pytest

from app.kit import bearers, db
from app.kit.ids import new_id
from app.kit.towns import Town
from app.people.models import Person, PersonToken

NUMBER = 3 * bearers.COUNTED
COMMON, SECOND, RARE, NOBODYS = (bytes([letter]) * 16 for letter in b"csrn")


@pytest.fixture
def crowd(town: Town) -> list[UUID]:
    """Every second one bears one token, every third another, and the last one a third."""
    people = [new_id() for _ in range(NUMBER + 1)]
    with db.write(town) as unit:
        unit.connection.execute(
            db.table(Person).insert(),
            [
                {"id": each, "register_key": None, "name": b"", "number_token": None, "created_at": unit.now}
                for each in people
            ],
        )
        given = [(COMMON, people[::2]), (SECOND, people[::3]), (RARE, people[-1:])]
        rows = [{"token": token, "person_id": each} for token, some in given for each in some]
        unit.connection.execute(db.table(PersonToken).insert(), rows)
    return people


def first(town: Town, *needs: Iterable[bytes], most: int = 5) -> list[UUID]:
    with db.read(town) as unit:
        return bearers.first(unit, db.table(PersonToken), "person_id", [frozenset(some) for some in needs], most)


def test_one_who_bears_all_is_found_among_the_many_who_bear_some(crowd: list[UUID], town: Town) -> None:
    assert first(town, {COMMON}, {SECOND}, {RARE}) == [crowd[-1]]
    assert first(town, {COMMON, NOBODYS}, {RARE, NOBODYS}) == [crowd[-1]]


def test_of_those_who_bear_two_common_ones_there_are_as_many_as_were_asked_for(crowd: list[UUID], town: Town) -> None:
    both = first(town, {COMMON}, {SECOND})
    assert len(both) == 5
    assert set(both) <= set(crowd[::6])
    assert set(first(town, {COMMON}, {SECOND}, most=NUMBER)) == set(crowd[::6])


def test_of_sets_that_many_bear_the_first_is_read(crowd: list[UUID], town: Town) -> None:
    needs = [frozenset({SECOND}), frozenset({COMMON})]
    with db.read(town) as unit:
        assert bearers.rarest_first(unit, db.table(PersonToken), needs) == needs
        assert bearers.rarest_first(unit, db.table(PersonToken), [*needs, frozenset({RARE})])[0] == {RARE}


def test_who_bears_two_of_a_set_is_found_once(crowd: list[UUID], town: Town) -> None:
    assert sorted(first(town, {COMMON, SECOND}, most=NUMBER)) == sorted({*crowd[::2], *crowd[::3]})
    assert first(town, {COMMON, RARE}, {SECOND, RARE}, {RARE}) == [crowd[-1]]


def test_nobody_is_found_where_one_token_is_nobodys(crowd: list[UUID], town: Town) -> None:
    assert first(town, {COMMON}, {NOBODYS}) == first(town, {NOBODYS}) == []
