"""What comes round by street: on the page without scripts, in a calendar file, and by mail the evening before."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from app.forms.rounds import days, is_round
from app.kit.towns import Town
from tests import applying
from tests.identity import mails
from tests.towns import Client

PAGE = "/en/services/recycling-calendar"
REDES = f"{PAGE}?street=Calle+de+las+Redes"
FEED = f"{PAGE}/calendar/calle-de-las-redes.ics"
MONDAY = datetime(2026, 10, 19, 9, tzinfo=UTC)
"""In week 43, an odd one, with no holiday near."""


@pytest.fixture
def october(town: Town) -> Town:
    town.clock.set(MONDAY)
    return town


def section(html: str) -> str:
    return html.partition('aria-labelledby="rounds"')[2].partition("</section>")[0]


def test_a_cell_says_weekdays_and_the_weeks_that_count() -> None:
    first, last = MONDAY.date(), MONDAY.date() + timedelta(days=13)
    assert [day.day for day in days("tue fri", first, last, ())] == [20, 23, 27, 30]
    assert [day.day for day in days("wed even", first, last, ())] == [28]
    assert [day.day for day in days("wed odd", first, last, ())] == [21]
    assert [day.day for day in days("mon", first, last, (date(2026, 10, 19),))] == [26]
    assert list(days("", first, last, ())) == []
    assert (is_round("tue, fri even"), is_round(""), is_round("tuesday")) == (True, True, False)


@pytest.mark.databases("sqlite")
def test_the_page_asks_for_the_street_and_shows_the_next_days(october: Town, client: Client) -> None:
    assert "<dl" not in section(client.get(PAGE).text)
    said = section(client.get(REDES).text)
    assert said.index("Monday, 19 October 2026") < said.index("Tuesday, 20 October 2026")
    assert "Plastic, cans and cartons (yellow bin)" in said
    assert FEED in said
    assert section(client.get(f"{PAGE}?street=c/+redes").text) == said
    assert "es" in client.get(REDES.replace("/en/", "/es/")).text


def test_streets_stand_in_the_order_in_which_they_are_looked_for(client: Client) -> None:
    page = client.get("/en/services/recycling-calendar").text
    streets = re.findall(r'<option value="((?:Calle|Paseo|Plaza)[^"]+)"', page)
    assert streets.index("Calle del Ancla") < streets.index("Calle de las Redes") < streets.index("Plaza del Puerto")
    assert "Get a reminder by mail" in page, "the days stand here already: nothing starts with them"
    assert "Start now" not in page


@pytest.mark.databases("sqlite")
def test_a_new_day_is_a_new_page(october: Town, client: Client) -> None:
    assert "Monday, 19 October" in section(client.get(REDES).text)
    october.clock.move(timedelta(days=1, seconds=5))
    assert "Monday, 19 October" not in section(Client(october).get(REDES).text)


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("street", ["Nowhere", "%00", "x" * 3000, "<script>", "../..", "%D8%A7"])
def test_a_street_that_is_none_is_said_and_the_list_is_there(client: Client, street: str) -> None:
    answer = client.get(f"{PAGE}?street={street}")
    assert answer.status_code == 200
    assert "<script>" not in section(answer.text)
    assert "Calle de las Redes" in section(answer.text)
    assert client.get(f"{PAGE}/calendar/{street[:50]}.ics").status_code == 404
    assert client.get("/en/services/birth-certificate/calendar/calle-mayor.ics").status_code == 404


@pytest.mark.databases("sqlite")
def test_the_file_names_each_day_the_same_however_often_it_is_fetched(october: Town, client: Client) -> None:
    answer = client.get(FEED)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    first = {str(event["uid"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}
    october.clock.move(timedelta(days=1))
    second = {str(event["uid"]) for event in Calendar.from_ical(Client(october).get(FEED).content).walk("VEVENT")}
    assert len(first) > 100
    assert len(second & first.keys()) >= len(first) - 1
    event = first["2026-10-28.recycling-calendar.calle-de-las-redes@localhost"]
    assert event["dtstart"].dt == date(2026, 10, 28)
    assert str(event["summary"]) == "Paper and cardboard (blue bin)"
    assert all(each["dtend"].dt - each["dtstart"].dt == timedelta(days=1) for each in first.values())
    assert "2026-12-25" not in "".join(first)


def test_a_guest_is_reminded_on_each_evening_before_until_she_ends_it(
    october: Town, client: Client, settle: Callable[..., int]
) -> None:
    place = applying.begin(client, "recycling-calendar")
    answers = {
        "place": {"place.street": "Calle de las Redes", "place.number": "12"},
        "email": {"email": "evening@example.org"},
    }
    reference = applying.send(client, applying.fill(client, place, answers))
    settle()
    assert told(client, settle) == ["we remind you of the recycling days"]
    for hours in (8, 24, 24, 24):  # to 19:00 in the town, of Monday, Tuesday, Wednesday, Thursday
        october.clock.move(timedelta(hours=hours))
        settle()
    got = told(client, settle)
    assert got[1:] == ["tomorrow they come"] * 3
    bodies = [str(mail["text"]) for mail in mails.to(client, "evening@example.org")]
    assert sum("brown bin" in body for body in bodies) == 2
    assert sum("grey bin" in body for body in bodies) == 1
    link = re.search(r"http://localhost(/en/check/follow/code\S+)", bodies[-1])
    assert link
    assert "Take the request back" in ended(Client(october), link[1], reference)
    october.clock.move(timedelta(days=14))
    settle()
    assert told(client, settle)[4:] == ["no more mails"]


def ended(later: Client, link: str, reference: str) -> str:
    """Much later, on another device: the link of a mail leads to a button, that to the page that ends it."""
    page = urlsplit(link)
    given = {name: values[0] for name, values in parse_qs(page.query).items()}
    onward = later.submit(link, given, to=page.path).headers["location"]
    assert onward == f"/en/cases/{reference}/withdrawal"
    html = str(later.get(onward).text)
    assert later.submit(onward).status_code == 303
    return html


def told(client: Client, settle: Callable[..., int]) -> list[str]:
    settle()
    found = mails.to(client, "evening@example.org")
    return [str(mail["subject"]).partition(": ")[2] for mail in sorted(found, key=lambda mail: str(mail["at"]))]
