"""Whoever works here comes to the desk with a passkey; a link by e-mail alone opens her own page only."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.kit.towns import Town
from tests.identity import again, mails
from tests.identity.authenticator import Authenticator, options
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
ADDRESS = "clara@puertoclaro.example"
PAGE = "/en/sign-in/second-factor"


@pytest.fixture
def real(town: Town) -> Iterator[Callable[[], Client]]:
    """Browsers at the same town as it is when it is no demo."""
    made: list[Client] = []

    def come() -> Client:
        made.append(Client(replace(town, demo=False)))
        return made[-1]

    yield come
    for one in made:
        one.close()


def by_mail(client: Client, reader: Client, settle: Settle, onward: str = "") -> Any:
    """Come in by the link that anybody can have mailed; `reader` has the mailbox before her."""
    client.submit("/en/sign-in", {"email": ADDRESS, "onward": onward})
    settle()
    return client.submit(mails.link(reader, ADDRESS))


def make(client: Client, key: Authenticator, onward: str = "") -> Any:
    said = key.make(options(client, f"{PAGE}/challenges"))
    return client.submit(PAGE, {"credential": said, "onward": onward})


def use(client: Client, key: Authenticator, onward: str = "") -> Any:
    said = key.sign(options(client, "/en/sign-in/challenges"))
    return client.submit(PAGE, {"credential": said, "onward": onward}, to="/en/sign-in/passkey")


def test_a_link_out_of_the_console_lets_her_make_the_passkey_that_opens_the_desk(
    real: Callable[[], Client], client: Client, settle: Settle
) -> None:
    clara = real()
    clara.sign_in("clara")
    for path in ("/en/desk/cases?tab=all", "/en/me/passkeys", "/en/desk/cases/VC-0000-000H"):
        led = clara.get(path)
        assert (led.status_code, led.headers["location"].partition("?")[0]) == (303, PAGE), path
    assert "/desk/cases%3Ftab%3Dall" in clara.get("/en/desk/cases?tab=all").headers["location"]
    assert clara.get("/en/me").status_code == 200

    key = Authenticator()
    made = make(clara, key, "/desk/cases?tab=all")
    assert made.headers["location"].startswith("/en/desk/cases?tab=all")
    assert clara.get("/en/desk/cases").status_code == 200
    assert clara.get(f"{PAGE}?onward=/desk/cases").headers["location"] == "/en/desk/cases"

    again = real()
    led = by_mail(again, client, settle, "/desk/cases?tab=waiting")
    assert led.headers["location"] == f"{PAGE}?onward=/desk/cases%3Ftab%3Dwaiting"
    page = again.get(led.headers["location"]).text
    assert "Use my passkey" in page
    assert "Make a passkey" not in page
    assert again.get("/en/desk/cases").status_code == 303
    used = use(again, key, "/desk/cases?tab=waiting")
    assert used.headers["location"] == "/en/desk/cases?tab=waiting"
    assert again.get("/en/desk/cases").status_code == 200


@pytest.mark.databases("sqlite")
def test_a_mailed_link_opens_no_desk_and_makes_no_passkey_in_the_demo_either(client: Client, settle: Settle) -> None:
    led = by_mail(client, client, settle)
    assert led.headers["location"] == f"{PAGE}?onward=/desk"
    page = client.get(PAGE).text
    assert "Vera" in page
    assert "Make a passkey" not in page
    token = client.token("/en/me")
    assert client.post(f"{PAGE}/challenges", data={"_token": token}).status_code == 404
    assert client.post(PAGE, data={"_token": token, "credential": "{}"}).status_code == 404
    for path in ("/en/me/passkeys/challenges", "/en/me/passkeys", "/en/desk/cases/VC-0000-000H/notes"):
        refused = client.post(path, data={"_token": token, "note": "Hello", "credential": "{}"})
        assert refused.headers["location"].startswith(PAGE), path
    assert client.get("/en/desk").headers["location"].startswith(PAGE)


@pytest.mark.databases("sqlite")
def test_the_link_that_the_demo_prints_counts_as_both(comes_as: Comes) -> None:
    assert comes_as("clara").get("/en/desk/cases").status_code == 200


@pytest.mark.databases("sqlite")
def test_a_recovery_code_opens_no_desk(comes_as: Comes, client: Client, settle: Settle) -> None:
    clara = comes_as("clara")
    again.show(clara, settle, "codes", "clara")
    clara.submit("/en/me/recovery-codes")
    code = clara.get("/en/me/recovery-codes").text.partition('class="code"')[2].partition(">")[2][:11]
    entered = client.submit("/en/sign-in/recovery", {"email": ADDRESS, "code": code})
    assert entered.headers["location"].startswith(PAGE)
    assert client.get("/en/desk/cases").headers["location"].startswith(PAGE)


@pytest.mark.databases("sqlite")
def test_the_page_is_not_there_for_who_does_not_work_here(comes_as: Comes) -> None:
    dan = comes_as("dan")
    assert dan.get(PAGE).status_code == 404
    token = dan.token("/en/me")
    for path in (PAGE, f"{PAGE}/challenges"):
        assert dan.post(path, data={"_token": token, "credential": "{}"}).status_code == 404


@pytest.mark.databases("sqlite")
def test_what_no_browser_sends_makes_no_passkey(real: Callable[[], Client]) -> None:
    clara = real()
    clara.sign_in("clara")
    for said in ("", "{}", "[]", "no JSON"):
        refused = clara.submit(PAGE, {"credential": said, "onward": "/desk"})
        assert refused.status_code == 422
        assert "The passkey was not kept. Try again." in refused.text
    assert clara.get("/en/desk").headers["location"].startswith(PAGE)
