"""More time to decide: once, with reasons, within what the law gives, and told to the person at once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app import catalogue
from app.cases.clock import LegalCalendar, LegalClock, Longer, Pause
from app.catalogue.models import Content
from app.kit import db
from app.kit.i18n import format_day
from app.kit.jobs import Job
from app.kit.towns import Town
from tests.applying import problems
from tests.cases.profiles import SPAIN, TAIWAN
from tests.cases.test_permit import words
from tests.desk.cases import case_of, permit
from tests.towns import Client

DAYS = LegalCalendar.of(SPAIN)
WHY = {"reasons": "report_awaited", "report_awaited.office": "Ministry of Ports", "text": "Two weeks, they say."}


def day(on: date, name: str = "until") -> dict[str, str]:
    return {f"{name}.day": str(on.day), f"{name}.month": str(on.month), f"{name}.year": str(on.year)}


def longer(client: Client, reference: str, until: date, why: dict[str, str] = WHY) -> Any:
    return client.submit(f"/en/desk/cases/{reference}/extension", {**day(until), **why})


@pytest.fixture
def works(amina: Client) -> str:
    """A building permit, which the law grants when the town is silent."""
    return permit(amina)


def test_the_day_and_the_silence_move_and_the_person_is_told_why(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, works: str
) -> None:
    due = case_of(town, works).due
    assert due is not None
    until = DAYS.working_from(due + timedelta(days=20))
    assert "Take more time" in words(clara.get(f"/en/desk/cases/{works}").text)
    done = longer(clara, works, until)
    assert done.status_code == 303, problems(done.text)
    assert (case_of(town, works).due, case_of(town, works).expected) == (until, until)
    settle()
    told = next(mail for mail in amina.get("/demo/mailbox.json").json() if "more time" in mail["subject"])
    for sentence in ("Ministry of Ports", "Two weeks, they say.", format_day(until, "en", "full")):
        assert sentence in told["text"], sentence
    for page in (amina.get(f"/en/cases/{works}").text, clara.get(f"/en/desk/cases/{works}").text):
        said = words(page)
        assert f"from {format_day(due, 'en')} to {format_day(until, 'en')}" in said
        assert "We need a report from another office" in said
        assert f"Answer by {format_day(until, 'en', 'full')}" in said
    assert "Took more time to decide" in words(amina.get("/en/me/looks").text)
    with db.read(town) as unit:
        silence = [row.run_at for row in db.rows(unit, select(db.table(Job))) if row.name == "cases.timer"]
    assert [DAYS.day_of(at) for at in silence] == [until + timedelta(days=1)]


def test_it_is_done_once_and_only_while_there_is_time(
    town: Town, comes_as: Callable[..., Client], amina: Client, clara: Client, works: str
) -> None:
    due = case_of(town, works).due
    assert due is not None
    page = f"/en/desk/cases/{works}/extension"
    token, data = clara.token(page), {**day(DAYS.working_from(due + timedelta(days=9))), **WHY}
    assert clara.post(page, data={"_token": token, **data}).status_code == 303
    assert clara.post(page, data={"_token": token, **data}).status_code == 303, "a second press of the button"
    town.clock.move(timedelta(minutes=1))
    again = clara.post(page, data={"_token": token, **data})
    assert again.status_code == 409
    assert "The law allows no more." in words(again.text)
    second = permit(amina)
    town.clock.move(timedelta(days=120))
    clara = comes_as("clara")
    late = clara.get(f"/en/desk/cases/{second}/extension")
    assert late.status_code == 409
    assert "The last day to decide has passed." in words(late.text)
    assert "Take more time" not in words(clara.get(f"/en/desk/cases/{second}").text)


@pytest.mark.databases("sqlite")
def test_a_day_that_the_law_does_not_give_and_no_reason_are_refused_with_what_to_do(
    town: Town, clara: Client, comes_as: Callable[..., Client], works: str
) -> None:
    due = case_of(town, works).due
    assert due is not None
    last = DAYS.last_day(due, SPAIN.term)
    for until in (due, last + timedelta(days=1)):
        wrong = longer(clara, works, until)
        assert wrong.status_code == 422
        assert f"Choose a day from {format_day(DAYS.working_from(due + timedelta(days=1)), 'en')}" in problems(
            wrong.text
        )
    sunday = due + timedelta(days=13 - due.weekday())
    assert "Nobody works on that day." in problems(longer(clara, works, sunday).text)
    assert "Give a reason" in problems(longer(clara, works, DAYS.working_from(due + timedelta(days=9)), {}).text)
    assert "Write the day, the month and the year." in problems(
        clara.submit(f"/en/desk/cases/{works}/extension", WHY).text
    )
    assert case_of(town, works).due == due
    assert comes_as("tomas").get(f"/en/desk/cases/{works}/extension").status_code == 404


@pytest.mark.databases("sqlite")
def test_there_is_none_while_the_clock_stands_still_nor_where_the_law_has_none(
    town: Town, clara: Client, works: str
) -> None:
    _without_extension(town)
    assert "The law here does not let us take more time." in words(clara.get(f"/en/desk/cases/{works}/extension").text)
    assert "Take more time" not in words(clara.get(f"/en/desk/cases/{works}").text)


def _without_extension(town: Town) -> None:
    with db.write(town) as unit:
        table = db.table(Content)
        mine = (table.c.kind == "profile") & (table.c.key == "")
        data = dict(db.value(unit, select(table.c.data).where(mine)))
        del data["extension"]
        db.change(unit, update(table).where(mine).values(data=data))
        catalogue.bump(unit)


@pytest.mark.parametrize("profile", [SPAIN, TAIWAN], ids=["spain", "taiwan"])
def test_days_of_a_pause_and_of_an_extension_are_added_in_any_order(profile: Any) -> None:
    clock = LegalClock.of(profile, None)
    assert clock is not None
    start = town_noon(clock, date(2026, 9, 1))
    first = Pause("waiting", start + timedelta(days=10), start + timedelta(days=15))
    second = Pause("waiting", start + timedelta(days=30), start + timedelta(days=37))
    more = Longer(start + timedelta(days=20), 14)
    plain = clock.end(start, (), start)
    assert clock.end(start, (first, second), start, (more,)) == plain + timedelta(days=5 + 7 + 14)
    late = Pause("waiting", town_noon(clock, plain + timedelta(days=5)), town_noon(clock, plain + timedelta(days=8)))
    assert clock.end(start, (late,), start, (more,)) == plain + timedelta(days=3 + 14)
    assert clock.end(start, (late,), start) == plain


def town_noon(clock: LegalClock, on: date) -> Any:
    return clock.calendar.end_of(on) - timedelta(hours=12)
