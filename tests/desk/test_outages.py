"""An outage of the portal: a supervisor writes it down, and the last days that fell into it move, for good."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from app import catalogue
from app.cases import contents
from app.cases.clock import DaysOfLaw, LegalCalendar, Outage
from app.catalogue.models import Content
from app.kit import db
from app.kit.i18n import format_day
from app.kit.towns import Town
from tests.applying import certificate, problems
from tests.cases.profiles import SPAIN, TAIWAN
from tests.desk.cases import case_of, permit, words
from tests.towns import Client

ZONE = ZoneInfo("Europe/Madrid")
DAYS = LegalCalendar.of(SPAIN)
PAGE = "/en/desk/outages"


def when(name: str, on: date, at: str) -> dict[str, str]:
    parts = {f"{name}.{part}": str(getattr(on, part)) for part in ("day", "month", "year")}
    return {**parts, f"{name}_time": at}


def last_day(town: Town, reference: str) -> date:
    case = case_of(town, reference)
    with db.read(town) as unit:
        found = contents.open_request(unit, case.id)
    assert found is not None
    day: date = found.until
    return day


def go_to(town: Town, day: date, hour: int) -> None:
    """Noon or so of a day, in the town."""
    town.clock.move(datetime(day.year, day.month, day.day, hour, tzinfo=ZONE) - town.clock.now())


@pytest.fixture
def waiting(amina: Client, clara: Client) -> str:
    """A certificate for which the office has asked her something."""
    reference = certificate(amina)
    ask = {"fields": "parents", "reason": "missing", "text": "Both names"}
    assert clara.submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
    return reference


def test_a_last_day_in_it_moves_and_the_person_is_told_once(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client], waiting: str
) -> None:
    last = last_day(town, waiting)
    moved = DAYS.working_from(last + timedelta(days=1))
    go_to(town, last, 20)
    samir = comes_as("samir")
    assert samir.submit(PAGE, when("since", last, "09:30")).status_code == 303
    go_to(town, last + timedelta(days=1), 0)
    town.clock.move(timedelta(minutes=5))
    settle()
    assert case_of(town, waiting).state == "waiting", "while it lasts nobody is late"
    assert "It still lasts." in words(samir.get("/en/outages").text)
    [one] = [href for href in samir.get(PAGE).text.split('"') if "/desk/outages/" in href]
    assert samir.submit(one, when("until", last, "14:00")).status_code == 303
    settle()
    assert last_day(town, waiting) == moved
    amina = comes_as("amina")
    told = [mail for mail in amina.get("/demo/mailbox.json").json() if "a day has moved" in mail["subject"]]
    assert len(told) == 1
    assert format_day(moved, "en", "full") in told[0]["text"]
    for page in (amina.get(f"/en/cases/{waiting}").text, comes_as("clara").get(f"/en/desk/cases/{waiting}").text):
        assert "The portal did not work" in words(page)
        assert f"from {format_day(last, 'en')} to {format_day(moved, 'en')}" in words(page)
    assert "The new last day is the first working day after the outage." in words(amina.get("/en/outages").text)
    assert samir.submit(one, {**when("since", last, "10:00"), **when("until", last, "12:00")}).status_code == 303
    settle()
    assert last_day(town, waiting) == moved, "a day that was given stays"
    assert "This was not right." in words(samir.get("/en/outages").text)
    assert samir.get(one).status_code == 404, "what was corrected is corrected in its place"
    go_to(town, moved + timedelta(days=1), 1)
    settle()
    assert case_of(town, waiting).state == "lapsed"


@pytest.mark.parametrize("office", [True, False], ids=["where the law says so", "and not else"])
def test_our_own_day_to_decide_moves(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client], amina: Client, office: bool
) -> None:
    reference = permit(amina)
    due = case_of(town, reference).due
    assert due is not None
    if office:
        _moves(town, ["person", "office"])
    go_to(town, due, 18)
    day = {**when("since", due, "08:00"), **when("until", due, "17:00")}
    assert comes_as("samir").submit(PAGE, day).status_code == 303
    settle()
    go_to(town, due + timedelta(days=1), 3)
    settle()
    case = case_of(town, reference)
    assert case.due == (DAYS.working_from(due + timedelta(days=1)) if office else due)
    assert case.state == ("examine" if office else "granted_by_silence")


@pytest.mark.databases("sqlite")
def test_what_is_no_outage_is_refused_and_only_supervisors_write_it_down(
    town: Town, comes_as: Callable[..., Client]
) -> None:
    samir, today = comes_as("samir"), town.clock.now().astimezone(ZONE).date()
    before, ahead = today - timedelta(days=2), today + timedelta(days=2)
    for data, said in (
        (when("since", ahead, "09:00"), "the time lies ahead"),
        ({**when("since", before, "09:00"), **when("until", before, "08:00")}, "It is over before it began."),
        ({**when("since", before, "9h61")}, "like 09:30"),
        ({**when("since", before, "")}, "Write the time, like 09:30."),
        ({"since.day": "31", "since.month": "2", "since.year": "2026", "since_time": "09:00"}, "has no day 31"),
    ):
        wrong = samir.submit(PAGE, data)
        assert wrong.status_code == 422, said
        assert said in problems(wrong.text)
    assert samir.submit(PAGE, when("since", before, "09:00")).status_code == 303
    assert "An outage is running already." in problems(samir.submit(PAGE, when("since", before, "10:00")).text)
    assert "No outage has been written down." not in words(samir.get(PAGE).text)
    for who in ("clara", "vera", "dan"):
        other = comes_as(who)
        assert other.get(PAGE).status_code == 404
        assert (
            other.post(PAGE, data={"_token": other.token("/en/me"), **when("since", before, "1:00")}).status_code == 404
        )


@pytest.mark.parametrize("profile", [SPAIN, TAIWAN], ids=["spain", "taiwan"])
def test_days_move_as_each_law_says(profile: Any) -> None:
    calendar = LegalCalendar.of(profile)
    noon = datetime(2026, 9, 15, 12, tzinfo=calendar.zone)
    outage = Outage(noon, noon + timedelta(days=1))
    days = DaysOfLaw(calendar, (outage,), profile.outage.adds, date(2026, 10, 1))
    expected = {"ES": date(2026, 9, 17), "TW": date(2026, 9, 28)}[profile.country]
    assert [days.moved(date(2026, 9, day)) for day in (14, 15, 16)] == [date(2026, 9, 14), expected, expected]
    running = DaysOfLaw(calendar, (Outage(noon, None),), profile.outage.adds, date(2026, 9, 21))
    assert running.moved(date(2026, 9, 16)) > date(2026, 9, 21)
    assert running.moved(date(2026, 9, 22)) == date(2026, 9, 22), "what lies ahead waits for its turn"


def _moves(town: Town, whose: list[str]) -> None:
    with db.write(town) as unit:
        table = db.table(Content)
        mine = (table.c.kind == "profile") & (table.c.key == "")
        data = dict(db.value(unit, select(table.c.data).where(mine)))
        data["outage"] = {**data["outage"], "moves": whose}
        db.change(unit, update(table).where(mine).values(data=data))
        catalogue.bump(unit)
