"""That no entry of the audit changes unseen: seals, a minute each, and the root of a day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from os import urandom
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, select, update

from app.kit import audit, audit_looks, audit_seals, db
from app.kit.audit import AuditEntry, AuditSubject
from app.kit.audit_seals import AuditSeal
from app.kit.crypto import Keyring
from app.kit.ids import new_id
from app.kit.towns import Town
from tests.kit.auditing import CLARA, looks

pytestmark = pytest.mark.usefixtures("at_ten")


def _problems(town: Town) -> list[str]:
    with db.read(town) as unit:
        return audit_seals.verify(unit)


def _seal(town: Town) -> int:
    with db.write(town) as unit:
        return audit_seals.seal_minute(unit)


def _tamper(town: Town, statement: Any) -> None:
    with db.write(town) as unit:
        assert db.change(unit, statement) == 1


@pytest.fixture
def sealed(town: Town) -> list[UUID]:
    """Three minutes with three, one and two entries; their ids."""
    made = []
    for count in (3, 1, 2):
        with db.write(town) as unit:
            made += [
                audit.record(unit, CLARA, "case.read", persons=[new_id()], detail={"n": str(n)}) for n in range(count)
            ]
        assert _seal(town) == count
        town.clock.move(timedelta(minutes=1))
    return made


def test_untouched_entries_verify(town: Town, sealed: list[UUID]) -> None:
    assert _problems(town) == []
    assert _seal(town) == 0


def test_an_empty_audit_verifies(town: Town) -> None:
    assert _problems(town) == []


@pytest.mark.parametrize(
    "change",
    [
        {"purpose": "curiosity"},
        {"account_id": None},
        {"count": 2},
        {"detail": {"n": "9"}},
        {"at": datetime(2026, 1, 1, tzinfo=UTC)},
    ],
)
def test_a_changed_entry_is_detected(town: Town, sealed: list[UUID], change: dict[str, Any]) -> None:
    _tamper(town, update(db.table(AuditEntry)).where(audit.E.id == sealed[0]).values(change))
    assert _problems(town) == ["Seal 1 (2026-11-24 10:00 UTC): an entry was changed."]


def test_another_person_beside_an_entry_is_detected(town: Town, sealed: list[UUID]) -> None:
    _tamper(town, update(db.table(AuditSubject)).where(audit_looks.S.entry_id == sealed[3]).values(person_id=new_id()))
    assert _problems(town) == ["Seal 2 (2026-11-24 10:01 UTC): an entry was changed."]


def test_a_removed_entry_is_detected(town: Town, sealed: list[UUID]) -> None:
    _tamper(town, delete(db.table(AuditSubject)).where(audit_looks.S.entry_id == sealed[5]))
    _tamper(town, delete(db.table(AuditEntry)).where(audit.E.id == sealed[5]))
    assert _problems(town) == ["Seal 3 (2026-11-24 10:02 UTC): 1 of 2 entries were removed."]


def _copy(town: Town, entry: UUID, **changed: Any) -> None:
    with db.write(town) as unit:
        row = db.row(unit, select(db.table(AuditEntry)).where(audit.E.id == entry))
        assert row is not None
        db.change(unit, insert(db.table(AuditEntry)).values({**row._asdict(), "id": new_id(), **changed}))


def test_an_inserted_entry_is_detected(town: Town, sealed: list[UUID]) -> None:
    _copy(town, sealed[3])
    assert _problems(town) == ["Seal 2 (2026-11-24 10:01 UTC): 1 entries were inserted."]


def test_an_entry_of_a_seal_that_does_not_exist_is_detected(town: Town, sealed: list[UUID]) -> None:
    _copy(town, sealed[3], seal=9)
    assert _problems(town) == ["1 entries name a seal that does not exist."]


def test_one_entry_exchanged_for_another_is_detected(town: Town, sealed: list[UUID]) -> None:
    _copy(town, sealed[3])
    _tamper(town, delete(db.table(AuditSubject)).where(audit_looks.S.entry_id == sealed[3]))
    _tamper(town, delete(db.table(AuditEntry)).where(audit.E.id == sealed[3]))
    assert _problems(town) == ["Seal 2 (2026-11-24 10:01 UTC): an entry was changed."]


def test_a_seal_made_anew_without_the_key_is_detected(town: Town, sealed: list[UUID]) -> None:
    _tamper(town, update(db.table(AuditEntry)).where(audit.E.id == sealed[3]).values(purpose="curiosity"))
    with db.read(town) as unit:
        leaves = audit_seals._leaves(unit, db.rows(unit, audit_seals.SEALED, number=2))
    forged = audit_seals.merkle(leaves)
    _tamper(town, update(db.table(AuditSeal)).where(audit_seals.T.number == 2).values(root=forged))
    [problem] = _problems(town)
    assert problem.startswith("Seal 2 (2026-11-24 10:01 UTC) does not fit the seal before it")


def test_a_removed_seal_is_detected(town: Town, sealed: list[UUID]) -> None:
    _tamper(town, delete(db.table(AuditSubject)).where(audit_looks.S.entry_id == sealed[3]))
    _tamper(town, delete(db.table(AuditEntry)).where(audit.E.id == sealed[3]))
    _tamper(town, delete(db.table(AuditSeal)).where(audit_seals.T.number == 2))
    problems = _problems(town)
    assert problems[0] == "Seal 2 is missing."
    assert problems[1].startswith("Seal 3 (2026-11-24 10:02 UTC) does not fit")


def test_cutting_off_the_end_changes_the_days_root(town: Town, sealed: list[UUID]) -> None:
    today = datetime(2026, 11, 24, tzinfo=UTC).date()
    with db.read(town) as unit:
        published = audit_seals.day_root(unit, today)
        assert audit_seals.day_root(unit, today - timedelta(days=1)) is None
    _tamper(town, delete(db.table(AuditSeal)).where(audit_seals.T.number == 3))
    with db.read(town) as unit:
        assert audit_seals.day_root(unit, today) != published


def test_a_day_is_the_towns_day(town: Town) -> None:
    town.clock.set(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))  # half past midnight in Madrid
    with db.write(town) as unit:
        audit.record(unit, CLARA, "case.read")
    _seal(town)
    with db.read(town) as unit:
        assert audit_seals.day_root(unit, datetime(2026, 11, 24, tzinfo=UTC).date()) is None
        assert audit_seals.day_root(unit, datetime(2026, 11, 25, tzinfo=UTC).date()) is not None


def test_a_look_is_sealed_only_when_its_ten_minutes_are_over(town: Town) -> None:
    audit.look(town, CLARA, new_id(), [new_id()], "case")
    assert _seal(town) == 0
    town.clock.move(timedelta(minutes=10))
    assert _seal(town) == 1
    assert _problems(town) == []


def test_a_look_after_the_clock_was_turned_back_leaves_the_seal_alone(town: Town) -> None:
    amina, case = new_id(), new_id()
    audit.look(town, CLARA, case, [amina], "case")
    town.clock.move(timedelta(minutes=10))
    _seal(town)
    town.clock.move(timedelta(minutes=-10))
    audit.look(town, CLARA, case, [amina], "case")
    assert [seen.count for seen in looks(town, amina)] == [1, 1]
    assert _problems(town) == []


def test_entries_that_nobody_seals_are_reported(town: Town) -> None:
    with db.write(town) as unit:
        audit.record(unit, CLARA, "case.read")
    town.clock.move(timedelta(hours=2))
    [problem] = _problems(town)
    assert problem.startswith("1 entries have waited")


def test_seals_of_an_older_root_key_still_verify(town: Town, sealed: list[UUID]) -> None:
    turned = replace(town, keys=Keyring(((2, urandom(32)), *town.keys.roots)))
    with db.write(turned) as unit:
        audit.record(unit, CLARA, "case.read")
    assert _seal(turned) == 1
    assert _problems(turned) == []
    [problem] = _problems(town)
    assert problem.endswith("root key 2, which the keyring does not hold.")
