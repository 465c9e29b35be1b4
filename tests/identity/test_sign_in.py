"""Signing in by a one-time link: a page with a button, a code by hand, once, for sixty minutes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.identity.models import Account, OneTimeLink, SessionRow
from app.kit import db
from app.kit.towns import Town
from app.wiring import links
from tests.identity import mails
from tests.kit.conftest import everything
from tests.towns import Client

NEW = "somebody.new@example.com"


@pytest.fixture
def asked(client: Client, settle: Callable[..., int]) -> Client:
    """Somebody who asked for a link to an address nobody knows yet."""
    sent = client.submit("/es/sign-in", {"email": f"  {NEW.upper()} "})
    assert sent.status_code == 200
    settle()
    return client


def count(town: Town, model: type) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(model))))


def signed_in(client: Client) -> bool:
    return bool(client.get("/en/me").status_code == 200)


ADDRESS = NEW.upper().rpartition("@")[0] + "@example.com"
"""The part before the @ belongs to its owner and stays as it was typed; the rest is folded."""


def test_opening_the_link_signs_nobody_in_and_pressing_the_button_does(asked: Client, town: Town) -> None:
    link = mails.link(asked, ADDRESS)
    before = count(town, SessionRow)
    for _ in range(3):
        page = asked.get(link)
        assert page.status_code == 200
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "same-origin"
    assert asked.head(link).status_code == 200
    assert count(town, SessionRow) == before
    assert not signed_in(asked)
    pressed = asked.submit(link)
    assert (pressed.status_code, pressed.headers["location"]) == (303, "/es/me")
    assert signed_in(asked)


def test_the_mail_is_in_the_persons_language_and_carries_the_code_beside_the_link(asked: Client) -> None:
    mail = mails.to(asked, ADDRESS)[0]
    assert mail["locale"] == "es"
    assert mail["subject"] == "Su enlace para entrar"
    assert mails.code(asked, ADDRESS) in mail["text"].replace(mails.link(asked, ADDRESS), "")


def test_the_code_does_the_same_by_hand_on_another_device(asked: Client, comes_as: Callable[..., Client]) -> None:
    code = mails.code(asked, ADDRESS)
    phone = comes_as()
    typed = f" {code[:5].lower()}-{code[5:].lower().replace('0', 'o').replace('1', 'l')} "
    assert phone.submit("/es/sign-in/code", {"code": typed}).headers["location"] == "/es/me"
    assert signed_in(phone)
    assert not signed_in(asked)


def test_a_link_works_once_and_one_press_sends_another(
    asked: Client, comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    link = mails.link(asked, ADDRESS)
    assert asked.submit(link).status_code == 303
    other = comes_as()
    page = other.get(link)
    assert page.status_code == 410
    assert f'action="{link}/renewal"' in page.text
    assert other.post(link, data={"_token": other.token(link)}).status_code == 410
    assert not signed_in(other)
    renewed = other.submit(link, to=f"{link}/renewal")
    assert "A new link is on its way" in other.get(renewed.headers["location"].replace("/es/", "/en/")).text
    settle()
    fresh = mails.link(other, ADDRESS)
    assert fresh != link
    assert other.submit(fresh).status_code == 303
    assert signed_in(other)


def test_a_link_lives_sixty_minutes_and_can_be_renewed_for_a_day(
    asked: Client, town: Town, settle: Callable[..., int]
) -> None:
    link, code = mails.link(asked, ADDRESS), mails.code(asked, ADDRESS)
    town.clock.move(timedelta(minutes=59))
    assert asked.get(link).status_code == 200
    town.clock.move(timedelta(minutes=2))
    assert asked.get(link).status_code == 410
    assert "60" in asked.get(link).text
    assert asked.submit(link).status_code == 410
    assert asked.submit("/en/sign-in/code", {"code": code}).status_code == 422
    assert not signed_in(asked)
    asked.submit(link, to=f"{link}/renewal")
    settle()
    assert mails.link(asked, ADDRESS) != link
    town.clock.move(timedelta(days=2))
    page = asked.get(link)
    assert page.status_code == 410
    assert "renewal" not in page.text
    assert "/en/sign-in" in asked.get(link.replace("/es/", "/en/")).text


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("code", ["AAAAAAAAAA", "x", "%00", "臺灣", "a" * 2000, "..%2F..%2Fme", "%F0%9F%98%80"])
def test_a_link_that_never_was_one_says_what_to_do(client: Client, code: str) -> None:
    for locale in ("es", "ar"):
        page = client.get(f"/{locale}/sign-in/links/{code}")
        assert page.status_code in (404, 410)
        assert f'href="/{locale}/' in page.text
    assert client.post(f"/es/sign-in/links/{code}").status_code in (404, 410)
    assert client.post(f"/es/sign-in/links/{code}/renewal").status_code in (404, 410)
    assert not signed_in(client)


def test_two_presses_at_once_open_one_session(asked: Client, comes_as: Callable[..., Client], town: Town) -> None:
    link = mails.link(asked, ADDRESS)
    clients = [comes_as() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(answer.status_code for answer in pool.map(lambda one: one.post(link), clients))
    assert statuses == [303, 410, 410, 410]
    assert count(town, SessionRow) == 1


def test_asking_makes_no_account_and_proving_makes_one(asked: Client, town: Town) -> None:
    before = count(town, Account)
    assert asked.submit(mails.link(asked, ADDRESS)).status_code == 303
    assert count(town, Account) == before + 1
    asked.submit("/es/sign-in", {"email": ADDRESS})


def test_an_address_is_one_account_however_it_is_written(
    client: Client, comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    before = count(town, Account)
    for written in ("dan@puertoclaro.example", "DAN@PuertoClaro.Example", " dan@puertoclaro.example "):
        other = comes_as()
        other.submit("/en/sign-in", {"email": written})
        settle()
        mail = other.get("/demo/mailbox.json").json()[0]
        assert other.submit(mails.link(other, mail["to"])).status_code == 303
        assert "Dan Whitlock" in other.get("/en/me").text
    assert count(town, Account) == before


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("typed", ["", "dan", "dan@", "@x.example", "a@b@c.example", "dan@x", "a" * 300 + "@x.example",
                                   "dan@puertoclaro.example\r\nBcc: all@x.example", "dan\x00@x.example"])  # fmt: skip
def test_what_is_no_address_is_said_and_stays(client: Client, town: Town, typed: str) -> None:
    answer = client.post("/es/sign-in", data={"email": typed})
    assert answer.status_code == 422
    assert 'href="#email"' in answer.text
    assert count(town, OneTimeLink) == 0


def test_links_are_limited_by_address_and_the_page_says_what_to_do(client: Client) -> None:
    answers = [client.post("/es/sign-in", data={"email": "dan@puertoclaro.example"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert client.post("/es/sign-in", data={"email": "nour@puertoclaro.example"}).status_code == 200


def test_one_link_is_not_renewed_for_ever(asked: Client, settle: Callable[..., int]) -> None:
    link = mails.link(asked, ADDRESS)
    answers = [asked.post(f"{link}/renewal").status_code for _ in range(8)]
    assert 429 in answers
    settle()
    assert len(mails.to(asked, ADDRESS)) <= 6


def test_codes_are_limited_by_where_they_come_from(client: Client) -> None:
    answers = {client.post("/es/sign-in/code", data={"code": f"{number:010}"}).status_code for number in range(30)}
    assert answers == {422}
    assert client.post("/es/sign-in/code", data={"code": "0" * 10}).status_code == 429


def test_a_library_full_of_people_opens_its_links_and_a_machine_does_not_for_ever(client: Client) -> None:
    link = "/es/sign-in/links/0000000000"
    answers = [client.post(link).status_code for _ in range(301)]
    assert 429 not in answers[:300]
    assert answers[300] == 429


def test_it_goes_on_where_one_wanted_to_go(client: Client, settle: Callable[..., int]) -> None:
    away = client.get("/en/me/messages?before=x")
    assert away.headers["location"] == "/en/sign-in?onward=/me/messages%3Fbefore%3Dx"
    page = client.get(away.headers["location"])
    assert 'name="onward" value="/me/messages?before=x"' in page.text
    sent = client.submit("/en/sign-in", {"email": "dan@puertoclaro.example", "onward": "/me/messages?before=x"})
    assert 'href="/en/sign-in?onward=/me/messages%3Fbefore%3Dx"' in sent.text
    settle()
    link = mails.link(client, "dan@puertoclaro.example")
    assert client.submit(link).headers["location"] == "/en/me/messages?before=x"


@pytest.mark.parametrize(("who", "where"), [("clara", "desk"), ("dolores", "me"), ("vera", "me")])
def test_staff_arrive_at_the_desk_and_at_their_own_page_without_cases(client: Client, who: str, where: str) -> None:
    email = f"{who}@puertoclaro.example"
    path = links.mint(client.town, [email])[email].removeprefix(client.town.base_url)
    assert client.submit(path).headers["location"].endswith(f"/{where}")


def test_a_session_from_before_the_sign_in_is_worth_nothing_after_it(
    comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    """Somebody who planted a cookie in a browser does not come in with its owner."""
    client = comes_as()
    client.post("/en/services/large-items/drafts")
    planted = client.cookies["s"]
    client.submit("/en/sign-in", {"email": "dan@puertoclaro.example"})
    settle()
    client.submit(mails.link(client, "dan@puertoclaro.example"))
    assert signed_in(client)
    assert client.cookies["s"] != planted
    assert comes_as().get("/en/me", headers={"Cookie": f"s={planted}"}).status_code == 303


def test_neither_code_nor_address_is_readable_in_the_database(asked: Client, town: Town) -> None:
    found = everything(town).lower()
    assert mails.code(asked, ADDRESS).lower() not in found
    assert "somebody.new" not in found
