"""Sealing by owner, erasure and rotation."""

import os
from dataclasses import replace

import pytest

from app.kit import db, keys
from app.kit.crypto import Keyring, Unreadable
from app.kit.ids import new_id
from app.kit.keys import SealingKey, place
from app.kit.towns import Town


def test_what_was_sealed_for_an_owner_opens_again_in_a_later_unit(town: Town) -> None:
    owner, here = new_id(), place(SealingKey, "name", new_id())
    with db.write(town) as unit:
        keys.make(unit, owner)
        sealed = keys.seal(unit, owner, here, "Amina بلقاسم")
    assert b"Amina" not in sealed
    with db.read(town) as unit:
        assert keys.open(unit, owner, here, sealed) == "Amina بلقاسم"


def test_a_value_moved_to_another_row_does_not_open(town: Town) -> None:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
        sealed = keys.seal(unit, owner, place(SealingKey, "name", new_id()), "Amina")
        with pytest.raises(Unreadable):
            keys.open(unit, owner, place(SealingKey, "name", new_id()), sealed)


def test_another_owner_cannot_open_it(town: Town) -> None:
    owner, other = new_id(), new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
        keys.make(unit, other)
        sealed = keys.seal(unit, owner, "place", "Amina")
        with pytest.raises(Unreadable):
            keys.open(unit, other, "place", sealed)


@pytest.mark.parametrize("cut", [0, 5, 12, 20])
def test_a_cut_value_is_unreadable_and_nothing_else(town: Town, cut: int) -> None:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
        sealed = keys.seal(unit, owner, "place", "Amina")
        with pytest.raises(Unreadable):
            keys.open(unit, owner, "place", sealed[:cut])


def test_making_a_key_twice_keeps_the_first(town: Town) -> None:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
        sealed = keys.seal(unit, owner, "place", "Amina")
    with db.write(town) as unit:
        keys.make(unit, owner)
        assert keys.open(unit, owner, "place", sealed) == "Amina"


def test_after_destruction_nothing_opens_and_nothing_is_sealed(town: Town) -> None:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
        sealed = keys.seal(unit, owner, "place", "Amina")
    with db.write(town) as unit:
        assert keys.open(unit, owner, "place", sealed) == "Amina"
        keys.destroy(unit, owner)
        with pytest.raises(keys.Erased):
            keys.open(unit, owner, "place", sealed)
    with db.write(town) as unit, pytest.raises(keys.Erased):
        keys.seal(unit, owner, "place", "Amina")


def test_the_towns_own_key_is_made_when_first_needed(town: Town) -> None:
    with db.write(town) as unit:
        sealed = keys.seal(unit, keys.TOWN, "place", "a line")
    with db.read(town) as unit:
        assert keys.open(unit, keys.TOWN, "place", sealed) == "a line"


def test_many_keys_come_with_one_query(town: Town) -> None:
    owners = [new_id() for _ in range(3)]
    with db.write(town) as unit:
        for owner in owners:
            keys.make(unit, owner)
        sealed = {owner: keys.seal(unit, owner, "place", str(owner)) for owner in owners}
    with db.read(town) as unit:
        keys.fetch(unit, [*owners, new_id()])
        unit.connection.exec_driver_sql("ROLLBACK")  # whatever follows cannot ask the database
        unit.connection.close()
        assert [keys.open(unit, owner, "place", sealed[owner]) for owner in owners] == [str(owner) for owner in owners]


def test_rotation_wraps_every_key_anew_and_the_old_root_can_go(empty_town: Town) -> None:
    town = empty_town
    owners = [new_id() for _ in range(5)]
    with db.write(town) as unit:
        for owner in owners:
            keys.make(unit, owner)
        sealed = {owner: keys.seal(unit, owner, "place", str(owner)) for owner in owners}
    fresh = (2, os.urandom(32))
    turned = replace(town, keys=Keyring((fresh, *town.keys.roots)))
    wrapped = []
    while not wrapped or wrapped[-1]:
        with db.write(turned) as unit:
            wrapped.append(keys.rewrap(unit, 2))
    assert wrapped == [2, 2, 1, 0]
    with db.read(replace(town, keys=Keyring((fresh,)))) as unit:
        assert [keys.open(unit, owner, "place", sealed[owner]) for owner in owners] == [str(owner) for owner in owners]


def test_a_root_that_is_missing_from_the_keyring_is_said(town: Town) -> None:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
    with (
        db.read(replace(town, keys=Keyring(((7, os.urandom(32)),)))) as unit,
        pytest.raises(Unreadable, match="root key 1"),
    ):
        keys.open(unit, owner, "place", b"x" * 40)


def test_keys_of_one_town_open_nothing_in_another(town: Town) -> None:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
    with db.read(replace(town, keys=Keyring(((1, os.urandom(32)),)))) as unit, pytest.raises(Unreadable):
        keys.open(unit, owner, "place", b"x" * 40)
