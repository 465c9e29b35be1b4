"""Looking after one's account, by keyboard alone and with a real mail server: a case is taken in, another address opens
it, and it is closed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.kit import engines
from app.kit.settling import settle
from app.wiring import jobs
from tests import applying
from tests.browser.people import Comes
from tests.browser.person import Person
from tests.cast import KOFI
from tests.databases import SEEDED, Databases
from tests.notifications.conftest import Server, listening
from tests.sites import Site
from tests.towns import Client

NEW, WRITTEN = "kofi.new@example.com", "written.in.the.form@example.com"


@pytest.fixture(scope="module")
def post() -> Iterator[Server]:
    with listening() as kept:
        yield kept


@pytest.fixture(scope="module")
def site(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory, post: Server) -> Iterator[Site]:
    """Puerto Claro, running, with a mail server of its own."""
    folder = tmp_path_factory.mktemp("site")
    town = replace(databases.clone(database, SEEDED, "site", folder), smtp_url=post.url)
    one = Site(town, databases.keyring(), folder, {"SMTP_URL": post.url, "MAIL_FROM": town.mail_from})
    yield one
    one.end()
    databases.put_away(town)
    engines.dispose()


def test_kofi_takes_a_case_in_changes_his_address_and_closes_his_account(
    comes: Comes, site: Site, post: Server
) -> None:
    reference = applying.pickup(Client(site.town), WRITTEN)
    kofi = comes("kofi", "en")
    claim(kofi, post, reference)
    readdress(kofi, post)
    site.town.clock.move(timedelta(days=4))
    settle(site.town, jobs.install())
    assert "no longer opens your account" in subjects(post, KOFI.email)[-1]
    kofi.open("/me/account")
    assert NEW in kofi.text("main dl"), "where he asked he is still signed in"
    close(kofi, post)
    kofi.open("/me")
    assert kofi.path == "/en/sign-in"
    kofi.wait(lambda: "Your account is closed" in subjects(post, NEW), "the last mail did not come")


def claim(person: Person, post: Server, reference: str) -> None:
    person.open("/me/cases")
    person.follow("A case is missing: I sent it without signing in")
    person.write("reference", reference)
    person.follow("Send me the code")
    person.write("code", code(person, post, WRITTEN, "/me/claims/code"))
    person.follow("Take it into my account")
    assert person.reads("The case is in your account now.")
    person.open("/me/cases")
    assert reference in person.text("main")


def readdress(person: Person, post: Server) -> None:
    person.open("/me")
    person.follow("Your account")
    show_that_it_is_him(person, post, KOFI.email, "address")
    person.write("email", NEW)
    person.follow("Send me the code")
    person.write("code", code(person, post, NEW, "/me/account/code"))
    person.follow("Use the code")
    assert person.reads("It waits for its day")
    person.wait(lambda: "Your account gets another e-mail address" in subjects(post, KOFI.email), "nobody was warned")


def close(person: Person, post: Server) -> None:
    person.follow("Close the account")
    assert "Close my account" not in person.text("main")
    show_that_it_is_him(person, post, NEW, "closure")
    person.follow("Close my account")
    assert person.path == "/en/sign-in"
    person.wait(lambda: person.said().startswith("Your account is closed."), "a screen reader says nothing of it")


def show_that_it_is_him(person: Person, post: Server, address: str, aim: str) -> None:
    person.follow("Show that it is you")
    person.follow("Send me a code")
    person.write("code", code(person, post, address, f"/me/proof/{aim}"))
    person.follow("Use the code")
    assert "You have shown that it is you." in person.text("main")


def code(person: Person, post: Server, address: str, path: str) -> str:
    """What the newest mail to an address has for a page."""
    person.wait(lambda: found(post, address, path), f"no code for {path} came to {address}")
    return found(post, address, path)[-1]


def found(post: Server, address: str, path: str) -> list[str]:
    return [hit for text in texts(post, address) for hit in re.findall(rf"{re.escape(path)}\?code=([0-9A-Z-]+)", text)]


def texts(post: Server, address: str) -> list[str]:
    parts = [mail.get_body(("plain",)) for mail in post.mails if mail["To"] == address]
    return [part.get_content() for part in parts if part is not None]


def subjects(post: Server, address: str) -> list[str]:
    return [str(mail["Subject"]) for mail in post.mails if mail["To"] == address]
