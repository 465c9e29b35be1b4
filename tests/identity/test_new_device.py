"""Whoever owns an account hears of a device that it was never opened on."""

from collections.abc import Callable

from tests.cast import KOFI
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
PHONE = "Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0"
LIBRARY = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36"


def sign_in(comes_as: Comes, agent: str) -> Client:
    client = comes_as()
    client.headers["User-Agent"] = agent
    return client.sign_in("kofi")


def told(client: Client) -> list[str]:
    return [mail["text"] for mail in mails.to(client, KOFI.email) if "new device" in mail["subject"]]


def test_the_first_device_is_no_news(comes_as: Comes, settle: Callable[..., int]) -> None:
    kofi = sign_in(comes_as, PHONE)
    sign_in(comes_as, PHONE)
    settle()
    assert told(kofi) == []


def test_another_kind_of_device_is_told_with_its_name_once(comes_as: Comes, settle: Callable[..., int]) -> None:
    kofi = sign_in(comes_as, PHONE)
    for _ in range(2):
        sign_in(comes_as, LIBRARY)
    settle()
    assert len(told(kofi)) == 1
    assert "Chromium, Linux" in told(kofi)[0]
    assert "/me/sessions" in told(kofi)[0]


def test_it_is_a_message_on_her_page_too(comes_as: Comes, settle: Callable[..., int]) -> None:
    kofi = sign_in(comes_as, PHONE)
    sign_in(comes_as, LIBRARY)
    settle()
    assert "You signed in on a new device" in kofi.get("/en/me/messages").text
