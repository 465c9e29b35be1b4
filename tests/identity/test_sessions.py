"""Where am I signed in? Each place is listed and can be ended, by its owner only."""

import re
from collections.abc import Callable
from datetime import timedelta

from app.kit.towns import Town
from tests.desk.cases import words
from tests.towns import Client

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1"


def came(comes_as: Callable[..., Client], key: str, agent: str) -> Client:
    client = comes_as()
    client.headers["User-Agent"] = agent
    return client.sign_in(key)


def ends(client: Client) -> list[str]:
    """The ways to end another session."""
    return re.findall(r'action="([^"]+/end)"', client.get("/en/me/sessions").text)


def test_two_places_of_one_kind_have_two_headings(comes_as: Callable[..., Client]) -> None:
    for _ in range(2):
        came(comes_as, "dan", SAFARI)
    headings = re.findall(r"<h2>(Safari.*?)</h2>", came(comes_as, "dan", FIREFOX).get("/en/me/sessions").text)
    assert len(headings) == 2
    assert all(re.search(r"\d{1,2}:\d\d", heading) for heading in headings), "they are told apart by when they began"


def test_each_place_is_listed_by_browser_and_system_and_ended_there(comes_as: Callable[..., Client]) -> None:
    desktop, phone = came(comes_as, "dan", FIREFOX), came(comes_as, "dan", SAFARI)
    page = desktop.get("/en/me/sessions").text
    assert "Firefox, Linux" in page
    assert "Safari, iPhone" in page
    assert "128" not in words(page), "no version"
    assert len(ends(desktop)) == 1
    assert desktop.submit("/en/me/sessions", to=ends(desktop)[0]).status_code == 303
    assert phone.get("/en/me").status_code == 303
    assert desktop.get("/en/me").status_code == 200
    assert ends(desktop) == []


def test_nobody_ends_the_session_of_somebody_else(comes_as: Callable[..., Client]) -> None:
    dan, other, nour = comes_as("dan"), comes_as("dan"), comes_as("nour")
    way = ends(dan)[0]
    refused = nour.submit("/en/me/sessions", to=way)
    unknown = nour.submit("/en/me/sessions", to="/en/me/sessions/01890000-0000-7000-8000-000000000000/end")
    assert refused.status_code == unknown.status_code == 404
    assert refused.content == unknown.content
    assert other.get("/en/me").status_code == 200
    assert comes_as().post(way).status_code == 303


def test_a_session_that_was_ended_is_not_ended_twice(comes_as: Callable[..., Client]) -> None:
    dan, _ = comes_as("dan"), comes_as("dan")
    way = ends(dan)[0]
    assert dan.submit("/en/me/sessions", to=way).status_code == 303
    assert dan.submit("/en/me/sessions", to=way).status_code == 404


def test_signing_out_ends_this_place_and_no_other(comes_as: Callable[..., Client]) -> None:
    here, there = comes_as("dan"), comes_as("dan")
    cookie = here.cookies["s"]
    assert here.submit("/en/me", to="/en/sign-out").headers["location"] == "/en/"
    assert here.get("/en/me").status_code == 303
    assert comes_as().get("/en/me", headers={"Cookie": f"s={cookie}"}).status_code == 303
    assert there.get("/en/me").status_code == 200


def test_signing_out_without_being_signed_in_is_no_mistake(client: Client) -> None:
    assert client.post("/en/sign-out").status_code == 303


def test_a_citizen_stays_a_month_a_guest_and_staff_half_a_day(comes_as: Callable[..., Client], town: Town) -> None:
    dan, clara, guest = comes_as("dan"), comes_as("clara"), comes_as()
    draft = str(guest.post("/en/services/birth-certificate/drafts").headers["location"])
    town.clock.move(timedelta(hours=11))
    assert clara.get("/en/desk/cases").status_code == 200
    assert guest.get(draft).status_code == 200
    town.clock.move(timedelta(hours=2))
    assert clara.get("/en/desk/cases").status_code == 303
    assert guest.get(draft).headers["location"].startswith("/en/sign-in")
    town.clock.move(timedelta(days=28))
    assert dan.get("/en/me").status_code == 200
    town.clock.move(timedelta(days=2))
    assert dan.get("/en/me").status_code == 303


def test_when_it_was_last_used_is_told_to_the_hour(comes_as: Callable[..., Client], town: Town) -> None:
    dan = comes_as("dan")
    before = re.findall(r'<time datetime="([^"]+)"', dan.get("/en/me/sessions").text)
    town.clock.move(timedelta(hours=5))
    dan.get("/en/me")
    dan.post("/en/services/birth-certificate/drafts")
    after = re.findall(r'<time datetime="([^"]+)"', dan.get("/en/me/sessions").text)
    assert after[0] == before[0]
    assert after[1] > before[1]
