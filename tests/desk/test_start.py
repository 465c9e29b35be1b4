"""The start page: what waits for a clerk, in numbers, and what changed since she was here."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest

from app.identity import accounts
from app.kit import db
from app.kit.towns import Town
from tests.applying import certificate
from tests.desk.cases import copies, listed, words
from tests.towns import Client

START = "/en/desk"


def numbers(html: str) -> dict[str, tuple[str, str]]:
    """Each number by its words, with where it leads."""
    found = re.findall(r'<a href="([^"]+)"><b>([^<]+)</b> ([^<]+)</a>', html.partition('class="counts"')[2])
    return {unescape(text): (number, unescape(url)) for url, number, text in found}


def account(town: Town, key: str) -> object:
    with db.read(town) as unit:
        return accounts.by_email(unit, f"{key}@puertoclaro.example")


def test_each_number_is_what_the_queue_then_shows(town: Town, amina: Client, clara: Client, asked: str) -> None:
    """Mine, late soon, late, answered, given by others, waiting for others, nobody's."""
    clara_is = account(town, "clara")
    copies(town, asked, 2, assignee=clara_is)
    copies(town, asked, 1, assignee=clara_is, yours=True, stopped=True)
    second = certificate(amina)
    samir = Client(town).sign_in("samir")
    case = f"/en/desk/cases/{asked}"
    assert samir.submit(case, {"assignee": str(clara_is)}, to=f"{case}/assignment").status_code == 303
    assert amina.submit(f"/en/cases/{asked}", {"text": "And?"}, to=f"/en/cases/{asked}/messages").status_code == 303
    found = numbers(clara.get(START).text)
    assert {text: number for text, (number, _) in found.items()} == {
        "Mine, late": "0",
        "Mine, due within 7 days": "0",
        "Mine, all of them": "3",
        "Mine, the person answered": "1",
        "Given to me by others": "1",
        "Mine, waiting for others": "1",
        "Nobody’s": "1",
    }
    for text, (number, url) in found.items():
        assert len(listed(clara.get(url).text)) == int(number), text
    assert listed(clara.get(found["Given to me by others"][1]).text) == [asked]
    assert listed(clara.get(found["Nobody’s"][1]).text) == [second]
    assert clara.submit(case, {"text": "We look."}, to=f"{case}/messages").status_code == 303
    after = numbers(clara.get(START).text)
    assert (after["Mine, the person answered"][0], after["Given to me by others"][0]) == ("0", "0")
    town.clock.move(timedelta(days=60))
    late = numbers(clara.sign_in("clara").get(START).text)["Mine, late"]
    assert (late[0], len(listed(clara.get(late[1]).text))) == ("3", 3)
    samir.close()


@pytest.mark.databases("sqlite")
def test_a_large_number_is_not_counted_out(town: Town, clara: Client, asked: str) -> None:
    copies(town, asked, 50)
    assert numbers(clara.get(START).text)["Nobody’s"][0] == "50+"


def test_it_tells_what_changed_since_she_left(town: Town, amina: Client, clara: Client, asked: str) -> None:
    assert "This is your first visit." in words(clara.get(START).text)
    case = f"/en/desk/cases/{asked}"
    assert clara.submit(case, {"assignee": str(account(town, "clara"))}, to=f"{case}/assignment").status_code == 303
    town.clock.move(timedelta(minutes=20))
    assert "This is your first visit." in words(clara.get(START).text)
    town.clock.move(timedelta(hours=3))
    assert "Nothing new." in words(clara.get(START).text)
    town.clock.move(timedelta(hours=3))
    assert amina.submit(f"/en/cases/{asked}", {"text": "And?"}, to=f"/en/cases/{asked}/messages").status_code == 303
    new = certificate(amina)
    for _ in range(2):
        told = words(clara.get(START).text).partition("Since you were last here")[2]
        assert re.search(rf"Your cases The person wrote .*{asked}.*New cases that nobody has New case .*{new}", told)
    assert "Amina" not in told


def test_what_is_of_another_department_is_no_news(
    town: Town, comes_as: Callable[..., Client], amina: Client, asked: str
) -> None:
    tomas = comes_as("tomas")
    tomas.get(START)
    town.clock.move(timedelta(hours=3))
    certificate(amina)
    told = tomas.get(START).text
    assert "Nothing new." in words(told)
    assert {number for number, _ in numbers(told).values()} == {"0"}


@pytest.mark.databases("sqlite")
def test_whoever_sees_no_cases_goes_on_to_her_own_page(comes_as: Callable[..., Client]) -> None:
    assert urlsplit(comes_as("dolores").get(START).headers["location"]).path == "/en/me"
    assert comes_as("dan").get(START).status_code == 404
