"""Who told that she needs more time has it: the days that are the town's own to lengthen, and she is told which."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from app.cases import contents
from app.cases.clock import LegalCalendar
from app.catalogue import bump
from app.catalogue.models import Content
from app.kit import db
from app.kit.i18n import format_day
from app.kit.towns import Town
from app.workflow import Term
from tests.applying import certificate
from tests.cases import profiles
from tests.desk.cases import case_of, words
from tests.mypage.test_needs import told
from tests.towns import Client

DAYS = LegalCalendar.of(profiles.SPAIN)
Settle = Callable[..., int]


def asked(clara: Client, reference: str) -> None:
    ask = {"fields": "parents", "reason": "missing", "text": "Both names"}
    assert clara.submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303


def until(town: Town, reference: str) -> date:
    case = case_of(town, reference)
    with db.read(town) as unit:
        found = contents.open_request(unit, case.id)
    assert found is not None
    day: date = found.until
    return day


def after(town: Town, days: int) -> date:
    return DAYS.last_day(DAYS.day_of(town.clock.now()), Term(days=days, working=True))


def test_she_has_longer_to_answer_and_not_a_day_less_when_she_needs_it_no_more(
    town: Town, comes_as: Callable[..., Client], settle: Settle
) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    told(amina, "no_time_limit")
    reference = certificate(amina)
    due = case_of(town, reference).due
    plain, longer = after(town, 10), after(town, 15)
    page = words(clara.get(f"/en/desk/cases/{reference}/request").text)
    assert f"until {format_day(longer, 'en', 'full')}" in page
    asked(clara, reference)
    settle()
    assert until(town, reference) == longer
    mails = [mail["text"] for mail in amina.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert any(format_day(longer, "en") in mail for mail in mails)
    told(amina)
    town.clock.move(timedelta(days=(plain - DAYS.day_of(town.clock.now())).days + 1))
    settle()
    assert case_of(town, reference).state == "waiting", "the day that was promised stays"
    town.clock.move(timedelta(days=(longer - DAYS.day_of(town.clock.now())).days + 1))
    settle()
    assert case_of(town, reference).state == "lapsed"
    assert due is not None, "the office has no day more than for anybody"


def test_who_tells_it_while_a_day_runs_has_more_time_at_once(
    town: Town, comes_as: Callable[..., Client], settle: Settle
) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    reference = certificate(amina)
    asked(clara, reference)
    settle()
    plain, longer = after(town, 10), after(town, 15)
    assert until(town, reference) == plain
    for _ in range(2):
        told(amina, "no_time_limit")
        settle()
    assert until(town, reference) == longer
    mails = [mail for mail in amina.get("/demo/mailbox.json").json() if "you have more time" in mail["subject"]]
    assert [format_day(longer, "en", "full") in mail["text"] for mail in mails] == [True], "once"
    assert "More time to answer" in words(amina.get(f"/en/cases/{reference}").text)
    assert f"Last day: {format_day(longer, 'en', 'full')}" in words(clara.get(f"/en/desk/cases/{reference}").text)
    town.clock.move(timedelta(days=(plain - DAYS.day_of(town.clock.now())).days + 1))
    settle()
    assert case_of(town, reference).state == "waiting"


@pytest.mark.databases("sqlite")
def test_where_the_profile_gives_no_more_time_nothing_is_longer(
    town: Town, comes_as: Callable[..., Client], settle: Settle
) -> None:
    with db.write(town) as unit:
        table = db.table(Content)
        profile = {name: part for name, part in profiles.read(profiles.TOWN).items() if name != "more_time"}
        db.change(unit, update(table).where(table.c.kind == "profile").values(data=profile))
        bump(unit)
    amina, clara = comes_as("amina"), comes_as("clara")
    told(amina, "no_time_limit")
    reference = certificate(amina)
    asked(clara, reference)
    assert until(town, reference) == after(town, 10)
