"""Passkeys: made once, used again and again, by whoever is there; nothing else opens an account."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.identity import ceremonies
from app.identity.models import Challenge, Passkey
from app.kit import db
from app.kit.towns import Town
from tests.cast import KOFI
from tests.identity import authenticator, mails
from tests.identity.authenticator import Authenticator, add, options
from tests.towns import Client

Comes = Callable[..., Client]


def enter(client: Client, key: Authenticator, **given: str) -> Any:
    said = key.sign(options(client, "/en/sign-in/challenges"))
    return client.submit("/en/sign-in", {"credential": said, **given}, to="/en/sign-in/passkey")


def signed_in(client: Client) -> bool:
    return bool(client.get("/en/me").status_code == 200)


@pytest.fixture
def key(comes_as: Comes) -> Authenticator:
    """Kofi's."""
    one = Authenticator(model=authenticator.APPLE)
    assert add(comes_as("kofi"), one).status_code == 303
    return one


def test_a_passkey_opens_the_account_it_was_made_for(key: Authenticator, client: Client) -> None:
    entered = enter(client, key, onward="/me/passkeys")
    assert (entered.status_code, entered.headers["location"]) == (303, "/en/me/passkeys")
    page = client.get("/en/me/passkeys").text
    assert "Apple Passwords" in page
    assert "Last used" in page


def test_the_browser_is_asked_for_a_key_that_names_its_account_and_asks_who_is_there(comes_as: Comes) -> None:
    asked = options(comes_as("kofi"), "/en/me/passkeys/challenges")
    assert asked["rp"]["id"] == "localhost"
    assert asked["user"]["name"] == KOFI.email
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["attestation"] == "none"


def test_signing_in_names_no_account(client: Client) -> None:
    asked = options(client, "/en/sign-in/challenges")
    assert asked["userVerification"] == "required"
    assert not asked.get("allowCredentials")


def test_a_device_that_has_one_is_not_asked_for_a_second(comes_as: Comes, key: Authenticator) -> None:
    asked = options(comes_as("kofi"), "/en/me/passkeys/challenges")
    assert [one["id"] for one in asked["excludeCredentials"]] == [authenticator.pack(key.id)]


def test_an_account_has_several_and_removes_one(comes_as: Comes, key: Authenticator, client: Client) -> None:
    kofi, second = comes_as("kofi"), Authenticator()
    add(kofi, second)
    page = kofi.get("/en/me/passkeys").text
    assert "Passkey of" in page
    removal = next(part.partition('"')[0] for part in page.split('href="') if "/removal" in part)
    assert "1 other passkey" in kofi.get(removal).text
    assert kofi.submit(removal).status_code == 303
    assert enter(client, key).status_code == 422
    assert enter(client, second).status_code == 303
    assert kofi.get(removal).status_code == 404


def test_the_last_one_says_what_is_left(comes_as: Comes, key: Authenticator) -> None:
    kofi = comes_as("kofi")
    page = kofi.get("/en/me/passkeys").text
    removal = next(part.partition('"')[0] for part in page.split('href="') if "/removal" in part)
    assert KOFI.email in kofi.get(removal).text


def test_an_outsider_removes_nothing(comes_as: Comes, key: Authenticator) -> None:
    page = comes_as("kofi").get("/en/me/passkeys").text
    removal = next(part.partition('"')[0] for part in page.split('href="') if "/removal" in part)
    dan = comes_as("dan")
    assert dan.get(removal).status_code == 404
    assert dan.submit("/en/me/passkeys", to=removal).status_code == 404


LIES: list[tuple[str, Callable[[Authenticator], object]]] = [
    ("a foreign site", lambda key: setattr(key, "origin", "https://puert0claro.example")),
    ("a key of another site", lambda key: setattr(key, "host", "puert0claro.example")),
    ("nobody was asked who is there", lambda key: setattr(key, "flags", authenticator.PRESENT)),
    ("nobody was there", lambda key: setattr(key, "flags", authenticator.VERIFIED)),
    ("inside a page of another site", lambda key: key.more.update(crossOrigin=True)),
    ("below a page of another site", lambda key: key.more.update(topOrigin="https://puert0claro.example")),
    ("for something else", lambda key: key.more.update(type="payment.get")),
    ("another challenge", lambda key: key.more.update(challenge=authenticator.pack(bytes(32)))),
    ("another owner", lambda key: setattr(key, "owner", bytes(16))),
    ("another key", lambda key: setattr(key, "key", Authenticator().key)),
    ("a key that nobody has", lambda key: setattr(key, "id", bytes(16))),
]


@pytest.mark.parametrize(("what", "lie"), LIES, ids=[what for what, _ in LIES])
def test_it_refuses(what: str, lie: Callable[[Authenticator], object], key: Authenticator, client: Client) -> None:
    lie(key)
    refused = enter(client, key)
    assert refused.status_code == 422
    assert "does not open an account here" in refused.text
    assert not signed_in(client)


@pytest.mark.parametrize(("what", "lie"), LIES[:8], ids=[what for what, _ in LIES[:8]])
def test_it_does_not_keep(what: str, lie: Callable[[Authenticator], object], comes_as: Comes, town: Town) -> None:
    new = Authenticator()
    lie(new)
    refused = add(comes_as("kofi"), new)
    assert refused.status_code == 422
    with db.read(town) as unit:
        assert db.value(unit, select(func.count()).select_from(db.table(Passkey))) == 0


@pytest.mark.parametrize(
    "said", ["", "{}", "[]", "null", "no JSON", '{"id": 1}', "9" * 9000, '{"response": {"x": []}}']
)
def test_what_no_browser_sends_is_an_error_like_any_other(said: str, comes_as: Comes, client: Client) -> None:
    assert client.submit("/en/sign-in", {"credential": said}, to="/en/sign-in/passkey").status_code == 422
    assert comes_as("kofi").submit("/en/me/passkeys", {"credential": said}).status_code == 422


def test_a_challenge_works_once(key: Authenticator, client: Client, comes_as: Comes) -> None:
    said = key.sign(options(client, "/en/sign-in/challenges"))
    assert client.submit("/en/sign-in", {"credential": said}, to="/en/sign-in/passkey").status_code == 303
    again = comes_as()
    assert again.submit("/en/sign-in", {"credential": said}, to="/en/sign-in/passkey").status_code == 422


def test_a_challenge_is_for_one_thing_and_one_account(key: Authenticator, comes_as: Comes, client: Client) -> None:
    for_dan = options(comes_as("dan"), "/en/me/passkeys/challenges")
    new = Authenticator()
    assert comes_as("kofi").submit("/en/me/passkeys", {"credential": new.make(for_dan)}).status_code == 422
    said = key.sign(options(comes_as("kofi"), "/en/me/passkeys/challenges"))
    assert client.submit("/en/sign-in", {"credential": said}, to="/en/sign-in/passkey").status_code == 422


def test_an_old_challenge_is_over_and_swept(key: Authenticator, client: Client, town: Town) -> None:
    said = key.sign(options(client, "/en/sign-in/challenges"))
    town.clock.move(ceremonies.LIFE + timedelta(seconds=1))
    with db.write(town) as unit:
        assert ceremonies.sweep(unit) >= 1
        assert db.value(unit, select(func.count()).select_from(db.table(Challenge))) == 0
    assert client.submit("/en/sign-in", {"credential": said}, to="/en/sign-in/passkey").status_code == 422


def test_a_copy_ends_the_key_and_its_owner_hears_of_it(
    comes_as: Comes, client: Client, settle: Callable[..., int]
) -> None:
    real = Authenticator(counter=10)
    add(comes_as("kofi"), real)
    copy = Authenticator(real.id, real.key, counter=3, owner=real.owner)
    assert enter(client, real).status_code == 303
    thief = comes_as()
    refused = enter(thief, copy)
    assert refused.status_code == 422
    assert "copied" in refused.text
    assert not signed_in(thief)
    assert enter(comes_as(), real).status_code == 422
    settle()
    assert any("with a copy of a passkey" in mail["text"] for mail in mails.to(client, KOFI.email))


def test_its_owner_hears_of_each_new_and_each_removed_key(
    comes_as: Comes, key: Authenticator, settle: Callable[..., int]
) -> None:
    kofi = comes_as("kofi")
    settle()
    assert "new passkey" in mails.to(kofi, KOFI.email)[0]["text"]
    page = kofi.get("/en/me/passkeys").text
    kofi.submit(next(part.partition('"')[0] for part in page.split('href="') if "/removal" in part))
    settle()
    assert "removed" in mails.to(kofi, KOFI.email)[0]["text"]
