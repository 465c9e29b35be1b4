"""Who has looked at my data: what is written down, and what the person reads."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from app.kit import audit, audit_looks, db
from app.kit.actor import Actor
from app.kit.ids import new_id
from app.kit.towns import Town
from tests.kit.auditing import CLARA, looks

pytestmark = pytest.mark.usefixtures("at_ten")


def test_a_person_reads_the_role_and_the_purpose_of_a_look(town: Town) -> None:
    amina, case = new_id(), new_id()
    audit.look(town, CLARA, case, [amina], "case", department="works")
    [seen] = looks(town, amina)
    assert (seen.department, seen.function, seen.via) == ("works", "clerk", "web")
    assert (seen.action, seen.purpose, seen.case_id, seen.count) == ("looked", "case", case, 1)
    assert "Clara" not in repr(seen)


def test_looks_within_ten_minutes_are_one_entry_with_a_count(town: Town) -> None:
    amina, case = new_id(), new_id()
    for _ in range(3):
        audit.look(town, CLARA, case, [amina], "case")
        town.clock.move(timedelta(minutes=3))
    assert [seen.count for seen in looks(town, amina)] == [3]
    town.clock.move(timedelta(minutes=3))
    audit.look(town, CLARA, case, [amina], "case")
    assert [seen.count for seen in looks(town, amina)] == [1, 3]


def test_another_clerk_another_case_and_another_purpose_are_entries_of_their_own(town: Town) -> None:
    amina, case = new_id(), new_id()
    audit.look(town, CLARA, case, [amina], "case")
    audit.look(town, replace(CLARA, account_id=new_id()), case, [amina], "case")
    audit.look(town, CLARA, new_id(), [amina], "case")
    audit.look(town, CLARA, case, [amina], "call")
    assert len(looks(town, amina)) == 4


def test_looks_at_the_same_moment_are_all_counted(town: Town) -> None:
    amina, case = new_id(), new_id()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: audit.look(town, CLARA, case, [amina], "case"), range(16)))
    assert sum(seen.count for seen in looks(town, amina)) == 16


def test_the_list_goes_on_entry_by_entry_also_within_one_moment(town: Town) -> None:
    amina = new_id()
    for _ in range(4):
        audit.look(town, CLARA, new_id(), [amina], "case")
    town.clock.move(timedelta(minutes=11))
    for _ in range(3):
        audit.look(town, CLARA, new_id(), [amina], "case")
    whole, seen, place = looks(town, amina), [], None
    with db.read(town) as unit:
        while page := audit_looks.looks_at(unit, amina, before=place, most=2):
            seen += page
            place = page[-1].at, page[-1].id
    assert seen == whole
    assert len(seen) == 7


def test_a_look_survives_a_page_that_fails(town: Town) -> None:
    amina = new_id()
    with db.read(town) as unit:
        audit.look_first(unit, CLARA, None, [amina], "case")
    for follow in unit.afterwards:
        follow()
    assert len(looks(town, amina)) == 1


def test_a_look_inside_a_unit_is_refused(town: Town) -> None:
    with db.read(town), pytest.raises(db.Nested):
        audit.look(town, CLARA, None, [new_id()], "case")


def test_a_change_is_written_with_its_transaction(town: Town) -> None:
    amina = new_id()
    with db.write(town) as unit:
        audit.record(unit, CLARA, "case.granted", case_id=new_id(), persons=[amina], purpose="decision")
        unit.connection.rollback()
    assert looks(town, amina) == []
    with db.write(town) as unit:
        audit.record(unit, CLARA, "case.granted", case_id=new_id(), persons=[amina], purpose="decision")
    assert [seen.action for seen in looks(town, amina)] == ["case.granted"]


def test_what_a_person_does_herself_is_not_a_look(town: Town) -> None:
    amina, account = new_id(), new_id()
    with db.write(town) as unit:
        for person in (None, amina):
            herself = Actor(account_id=account, person_id=person, level=1)
            audit.record(unit, herself, "case.sent", persons=[amina])
    assert looks(town, amina) == []


def test_what_a_helper_does_is_shown_to_the_person_helped(town: Town) -> None:
    amina, boris = new_id(), new_id()
    audit.look(town, Actor(account_id=new_id(), person_id=amina, level=2, acting_for=boris), None, [boris], "mandate")
    assert len(looks(town, boris)) == 1
    assert looks(town, amina) == []


def test_an_outsider_reads_nothing(town: Town) -> None:
    audit.look(town, CLARA, new_id(), [new_id()], "case")
    assert looks(town, new_id()) == []


def test_a_look_that_a_law_delays_is_shown_later(town: Town) -> None:
    amina = new_id()
    with db.write(town) as unit:
        audit.record(unit, CLARA, "looked", persons=[amina], shown_from=unit.now + timedelta(days=3))
    assert looks(town, amina) == []
    town.clock.move(timedelta(days=4))
    assert len(looks(town, amina)) == 1


def test_merged_records_are_read_together_and_each_entry_once(town: Town) -> None:
    one, two = new_id(), new_id()
    audit.look(town, CLARA, None, [one, two], "merge")
    assert len(looks(town, one, two)) == 1
