"""A person in every room: nothing is left behind, and no room is forgotten."""

import json

from sqlalchemy import select

from app import identity, people
from app.cases import own_cases
from app.identity import accounts
from app.kit import db, keys
from app.kit.actor import Actor
from app.people.models import Person
from app.wiring import keepers
from app.wiring.models import METADATA
from tests import applying
from tests.cast import AMINA, NOUR

VERA = Actor.system("test")


def person_of(unit, member):
    return identity.as_actor(unit, accounts.by_email(unit, member.email)).person_id


def test_every_table_with_a_person_has_a_keeper():
    held = {table.name for table in METADATA.tables.values() if "person_id" in table.c}
    kept = {table for keeper in keepers.KEEPERS for table in keeper.tables}
    assert held == kept | (keepers.APART & held)


def test_an_erased_person_cannot_be_read_any_more_and_her_case_goes_on(comes_as, town, settle):
    amina = comes_as("amina")
    reference = applying.certificate(amina, applicant={})
    settle()
    with db.write(town) as unit:
        erased = person_of(unit, AMINA)
        keepers.erase(unit, VERA, erased)
    with db.read(town) as unit:
        assert people.name(unit, erased) == ""
        assert db.value(unit, select(db.table(Person).c.name).where(db.table(Person).c.id == erased)) is not None
        try:
            people.record(unit, erased)
        except keys.Erased:
            pass
        else:
            raise AssertionError("her record still opens")
    assert comes_as("clara").get(f"/es/desk/cases/{reference}").status_code == 200
    assert amina.get("/ar/me").status_code == 200


def test_two_records_become_one(comes_as, town, settle):
    reference = applying.certificate(comes_as("amina"), applicant={})
    settle()
    with db.write(town) as unit:
        old, kept = person_of(unit, AMINA), person_of(unit, NOUR)
        keepers.merge(unit, VERA, old, kept)
    with db.read(town) as unit:
        actor = identity.as_actor(unit, accounts.by_email(unit, AMINA.email))
        assert actor.person_id == kept
        assert [case.reference for case in own_cases(unit, actor, closed=False)] == [reference]
        assert own_cases(unit, actor, closed=False)[0].person_id == kept
        assert people.record(unit, kept) is not None


def test_an_export_holds_what_every_room_knows_as_plain_data(comes_as, town, settle):
    reference = applying.certificate(comes_as("amina"), applicant={})
    settle()
    with db.write(town) as unit:
        found = keepers.export(unit, VERA, person_of(unit, AMINA))
    assert found["people"]["name"] == AMINA.name
    assert found["cases"][0]["reference"] == reference
    assert found["notifications"]
    assert AMINA.name in json.dumps(found, ensure_ascii=False)
