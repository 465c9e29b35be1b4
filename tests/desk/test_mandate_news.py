"""Who gets the news of a mandate, changed at the window by whoever has no account."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.cases.test_told_by_mandate import mail_to
from tests.cast import BORIS, KOFI, ROSA
from tests.desk.cases import words
from tests.desk.test_mandates import page, record
from tests.identity.identifying import accept
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
AGREED = {"notices": "helper", "way": "spoken"}


@pytest.fixture
def clara(comes_as: Comes) -> Client:
    return comes_as("clara")


@pytest.fixture
def kofi(comes_as: Comes) -> Client:
    return comes_as("kofi")


def given(clara: Client, kofi: Client, key: str = "rosa") -> str:
    """A mandate that holds; where a clerk changes who gets its news."""
    assert record(clara, key, KOFI.email).status_code == 303
    return f"{page(clara, key)}/{accept(kofi)}/notices"


def letters(client: Client) -> list[str]:
    """To Rosa, in her language."""
    return [mail["text"] for mail in client.get("/demo/mailbox.json").json() if mail["channel"] == "letter"]


def news(client: Client, address: str) -> list[str]:
    """What was mailed of who gets the news."""
    return [mail["text"] for mail in mail_to(client, address) if "Who gets the news" in mail["subject"]]


def test_rosa_says_it_at_the_window_and_both_are_told(clara: Client, kofi: Client, settle: Settle) -> None:
    here = given(clara, kofi)
    settle()
    before = letters(clara)
    shown = words(clara.get(here).text)
    assert KOFI.name in shown
    assert "How did the person agree?" in shown
    saved = clara.submit(here, AGREED)
    assert saved.headers["location"] == f"{page(clara, 'rosa')}?said=mandate_news_of"
    for reader, address in ((clara, page(clara, "rosa")), (kofi, "/en/me/mandates")):
        assert "Only the helper" in words(reader.get(address).text)
    settle()
    [letter], [mail] = [each for each in letters(clara) if each not in before], news(clara, KOFI.email)
    for said in (letter, mail):
        assert ROSA.name in said
        assert KOFI.name in said
    assert "A clerk wrote it down." in mail
    assert f"From now on we write to {KOFI.name} only." in mail


def test_it_is_written_down_with_how_she_agreed_and_she_reads_it(comes_as: Comes, clara: Client, kofi: Client) -> None:
    boris = comes_as("boris")
    here = given(clara, kofi, "boris")
    assert clara.submit(here, {**AGREED, "way": "phone"}).status_code == 303
    looks = words(boris.get("/en/me/looks").text)
    assert "Changed who gets the news of a mandate of yours A clerk: Civil registry" in looks
    assert "To see or record who acts for you" in looks
    assert BORIS.name in words(clara.get(here).text)


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said_at_once_and_nothing_is_changed(comes_as: Comes, clara: Client, kofi: Client) -> None:
    here = given(clara, kofi)
    wrong = clara.post(here, data={"_token": clara.token(here), "notices": "dan"})
    assert wrong.status_code == 422
    for said in ("Choose who gets the news.", "Choose how the person agreed."):
        assert said in problems(wrong.text)
    kept = clara.post(here, data={"_token": clara.token(here), "notices": "helper"})
    assert 'value="helper" checked' in kept.text
    assert "Both: the person and the helper" in words(kofi.get("/en/me/mandates").text)
    for other in (kofi, comes_as("vera"), comes_as("dan")):
        assert other.get(here).status_code == 404
        assert other.submit("/en/me", AGREED, to=here).status_code == 404


@pytest.mark.databases("sqlite")
def test_nothing_is_said_where_nothing_changes_and_what_ended_is_gone(
    clara: Client, kofi: Client, settle: Settle, town: Town
) -> None:
    here = given(clara, kofi)
    settle()
    before = len(letters(clara)), len(mail_to(clara, KOFI.email))
    same = clara.submit(here, {"notices": "both", "way": "signed"})
    assert same.headers["location"].endswith("?said=mandate_notices")
    settle()
    assert (len(letters(clara)), len(mail_to(clara, KOFI.email))) == before
    assert clara.submit(here.replace("/notices", "/end")).status_code == 303
    assert clara.get(here).status_code == 404
    assert clara.submit(page(clara, "rosa"), AGREED, to=here).status_code == 404
    assert here not in clara.get(page(clara, "rosa")).text


@pytest.mark.databases("sqlite")
def test_who_helps_hears_of_it_too_when_the_person_changes_it_online(
    comes_as: Comes, clara: Client, kofi: Client, settle: Settle
) -> None:
    boris = comes_as("boris")
    mine = given(clara, kofi, "boris").split("/")[-2]
    settle()
    assert boris.submit(f"/en/me/mandates/{mine}/notices", {"notices": "person"}).status_code == 303
    settle()
    [mail] = news(boris, KOFI.email)
    assert f"From now on we write to {BORIS.name} only." in mail
    assert news(boris, BORIS.email) == []
