"""The last day of a mandate: told in time, and the day of the eighteenth birthday, also of who was born in February."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from app.identity import mandates
from app.identity.mandating import ending
from app.kit import db
from app.kit.towns import Town
from tests.cast import BORIS, DAN
from tests.desk.cases import words
from tests.identity.identifying import accept, give
from tests.identity.proving import sign_in
from tests.towns import Client

Comes = Callable[..., Client]


def swept(town: Town) -> None:
    with db.write(town) as unit:
        ending.sweep(unit)


def test_both_are_told_once_some_days_before_it_ends(comes_as: Comes, settle: Callable[..., int], town: Town) -> None:
    boris, dan = comes_as("boris"), comes_as("dan")
    give(boris, DAN.email, until="P1M")
    accept(dan)
    soon = "A mandate ends soon"
    for days, told in ((10, False), (10, True), (1, True)):
        town.clock.move(timedelta(days=days))
        swept(town)
        settle()
        page = words(sign_in(dan, "dan").get("/en/me/messages").text)
        assert page.count(soon) == told, days
    letters = [mail for mail in boris.get("/demo/mailbox.json").json() if BORIS.name in mail["text"]]
    assert any(DAN.name in mail["text"] for mail in letters)


@pytest.mark.parametrize(
    ("born", "last"),
    [
        (date(2011, 9, 14), date(2029, 9, 13)),
        (date(2008, 2, 29), date(2026, 2, 27)),
        (date(2008, 3, 1), date(2026, 2, 28)),
        (date(2010, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_guardian_acts_until_the_day_before_the_birthday(born: date, last: date) -> None:
    """Who was born on 29 February is of age on the last day of February."""
    assert mandates.last_day_of_minority(born) == last


def test_on_the_birthday_a_guardian_finds_nothing_before_any_timer_ran(comes_as: Comes, town: Town) -> None:
    amina = comes_as("amina")
    leo = "Leo Belkacem Navas"
    town.clock.set(datetime(2029, 9, 13, 12, tzinfo=UTC))
    sign_in(amina, "amina")
    before = grants(town, "amina")
    town.clock.move(timedelta(days=1))
    assert (before, grants(town, "amina")) == (2, 1)
    assert leo in words(sign_in(amina, "amina").get("/en/me/mandates").text)


def grants(town: Town, key: str) -> int:
    """How many mandates somebody may use now."""
    from app.identity import accounts
    from tests.cast import BY_KEY

    with db.read(town) as unit:
        account = accounts.by_email(unit, BY_KEY[key].email)
        assert account is not None
        return len(mandates.grants(unit, account))
