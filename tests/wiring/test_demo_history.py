"""The demo's history: what somebody finds who starts the demo for the first time."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from app import cases, identity, insights, notifications
from app.cases.models import CaseFile, CaseStep, Message, Pause
from app.kit import audit_looks, audit_seals, db
from app.kit.actor import Actor
from app.kit.towns import Town
from app.notifications import mailbox
from app.notifications.models import Delivery, NoticeRow
from app.wiring import demo, replay
from tests.cast import BY_KEY
from tests.databases import SEEDED, Databases

FOLDER = demo.told()
C = db.table(CaseFile).c
ZONE = ZoneInfo("Europe/Madrid")


@pytest.fixture(scope="module")
def lived(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demo town as somebody meets it who starts it for the first time; these tests only look."""
    town = databases.clone(database, SEEDED, "lived", tmp_path_factory.mktemp("lived"))
    replay.replay_demo(town, FOLDER, town.clock.now())
    yield town
    databases.put_away(town)


def of(town: Town, key: str) -> Callable[[bool], list[cases.Case]]:
    """The open or closed cases in somebody's account."""
    with db.read(town) as unit:
        account = identity.by_email(unit, BY_KEY[key].email)

    def own(closed: bool) -> list[cases.Case]:
        with db.read(town) as unit:
            return cases.own_cases(unit, Actor(account_id=account), closed=closed)

    return own


def test_the_demo_has_cases_in_many_states_in_the_accounts_of_its_people(lived: Town) -> None:
    amina, lin = of(lived, "amina"), of(lived, "lin")
    assert {case.state for case in amina(False)} >= {"checking", "waiting"}
    assert {case.outcome for case in amina(True)} >= {"granted", "withdrawn"}
    assert {case.service for case in lin(False)} >= {"building_permit", "large_items"}
    assert {case.outcome for case in lin(True)} >= {"refused"}
    assert of(lived, "dan")(False) == of(lived, "dan")(True) == []


def test_its_history_lies_in_the_past_and_holds_together(lived: Town) -> None:
    now = lived.clock.now()
    with db.read(lived) as unit:
        for model, moment in ((CaseFile, "received_at"), (CaseStep, "at"), (Message, "at"), (Pause, "since")):
            latest = db.value(unit, select(func.max(db.table(model).c[moment])))
            assert now - timedelta(days=100) < latest <= now
        mails = [item.at for item in mailbox.items(unit, 500)]
        assert mails == sorted(mails, reverse=True)
        assert mails[0] <= now
        waiting = select(func.count()).where(db.table(Delivery).c.state == "queued")
        letters = select(func.count()).where(db.table(Delivery).c.channel == "letter")
        assert db.value(unit, waiting) == db.value(unit, letters)
        assert audit_seals.verify(unit) == []


def test_a_mail_has_the_moment_of_what_it_tells(lived: Town) -> None:
    with db.read(lived) as unit:
        case = db.row(unit, select(C.id, C.reference, C.agreed, C.closed_at).where(C.state == "collected"))
        assert case is not None
        sent = {told.kind: told.at for told in notifications.told(unit, case.id)}
        mail = next(item.at for item in mailbox.items(unit, 500) if item.message.reference == case.reference)
    evening = sent["tomorrow"].astimezone(ZONE)
    assert (evening.date(), evening.hour, evening.minute) == (case.agreed - timedelta(days=1), 18, 0)
    assert mail - sent["tomorrow"] < timedelta(seconds=30)
    assert case.closed_at.astimezone(ZONE).hour == 20


def test_a_clerk_who_worked_on_a_case_is_among_those_who_looked(lived: Town) -> None:
    with db.read(lived) as unit:
        account = identity.by_email(unit, BY_KEY["lin"].email)
        assert account
        person = identity.as_actor(unit, account).person_id
        assert person
        looks = audit_looks.looks_at(unit, person)
    assert {"looked", "decided", "assigned"} <= {look.action for look in looks}
    assert {look.function for look in looks} == {"clerk", "supervisor"}


def test_only_what_is_new_is_unread(lived: Town) -> None:
    N = db.table(NoticeRow).c
    with db.read(lived) as unit:
        old = (
            select(func.count())
            .join_from(db.table(NoticeRow), db.table(CaseFile), N.case_id == C.id)
            .where(N.read_at.is_(None), N.account_id.is_not(None), C.closed_at < unit.now - timedelta(days=8))
        )
        assert db.value(unit, old) == 0


@pytest.mark.databases("sqlite")
def test_a_demo_is_opened_once(empty_town: Town) -> None:
    count = select(func.count()).select_from(db.table(CaseFile))
    assert demo.open_town(empty_town)
    with db.read(empty_town) as unit:
        before = db.value(unit, count)
        for service in ("birth_certificate", "library_card"):
            assert insights.in_numbers(unit, service, "", "en").figures, "its months are in numbers at once"
    assert not demo.open_town(empty_town)
    with db.read(empty_town) as unit:
        assert db.value(unit, count) == before > 15
