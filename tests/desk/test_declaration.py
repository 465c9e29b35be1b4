"""Declared by a code: it goes to the person, she reads it to the clerk, and the submission says so."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.cast import AMINA
from tests.desk.cases import words
from tests.desk.intake import ANSWERS, ON_HER_PAGE, ROSA, start, write
from tests.desk.test_intake import identity_number
from tests.identity import mails
from tests.towns import Client

Settle = Callable[..., int]
BY_CODE: dict[str, Any] = {**ON_HER_PAGE, "_declared": "code"}


def declared(clerk: Client, page: str, **given: Any) -> str:
    """Fill in the form and say that it is declared by a code; the page that sends it."""
    write(clerk, page, then="show", **{**BY_CODE, **given})
    led = write(clerk, page, **{**BY_CODE, **given})
    assert led.status_code == 303, problems(led.text)
    assert led.headers["location"] == f"{page}/code"
    return f"{page}/code"


def send(clerk: Client, page: str, to: str = "account") -> Any:
    return clerk.submit(page, {"then": "send", "_contact": to})


def texted(client: Client, to: str = "") -> str:
    """The newest code that went out, to this address if one is named."""
    for mail in client.get("/demo/mailbox.json").json():
        found = re.search(r"\b([0-9]{6})\b", mail["text"].partition(":")[2])
        if found and (not to or mail["to"] == to):
            return found[1]
    raise AssertionError("no code went out")


@pytest.fixture(autouse=True)
def noon(town: Town) -> None:
    """What waits for a code does so until the day ends: no test begins a minute before midnight."""
    town.clock.move(timedelta(hours=(36 - town.clock.now().hour) % 24))


@pytest.fixture
def page(amina: Client, clara: Client) -> str:
    """The page that sends Amina a code."""
    return declared(clara, start(clara, number=identity_number(amina), channel="phone", language="en"))


def test_she_reads_it_and_the_submission_says_where_it_went_and_when(
    page: str, amina: Client, clara: Client, settle: Settle
) -> None:
    assert "a•••@puertoclaro.example" in clara.get(page).text
    assert AMINA.email not in clara.get(page).text
    assert send(clara, page).headers["location"] == f"{page}?said=code_sent"
    settle()
    mail = mails.to(clara, AMINA.email)[0]
    assert "Read it to the clerk" in mail["text"]
    taken = clara.submit(page, {"_code": f" {texted(clara, AMINA.email)} "})
    assert taken.status_code == 303, problems(taken.text)
    said = words(clara.get(taken.headers["location"]).text)
    assert "Amina Belkacem Ruiz declared this with a code, sent to a•••@puertoclaro.example on" in said
    reference = taken.headers["location"].split("/")[4]
    assert "declared this with a code" in words(amina.get(f"/en/cases/{reference}/receipt").text)
    assert "Sent you a code, to declare your answers with" in words(amina.get("/en/me/looks").text)
    again = clara.post(page, data={"_token": clara.token("/en/desk/intake"), "_code": "1"})
    assert again.headers["location"] == f"/en/desk/cases/{reference}/receipt", "pressed twice"


def test_wrong_old_and_used_up_codes_are_told_apart_and_nothing_is_lost(
    page: str, clara: Client, settle: Settle, town: Town
) -> None:
    enter: Callable[[str], str] = lambda typed: problems(clara.submit(page, {"_code": typed}).text)  # noqa: E731
    assert "No code was sent for this form yet" in enter("123456")
    send(clara, page, "phone")
    settle()
    first = texted(clara, "+34600000014")
    wrong = "000000" if first != "000000" else "111111"
    assert "6 digits" in enter("")
    for _ in range(4):
        assert "not the code that was sent" in enter(wrong)
    assert "Five wrong codes" in enter(wrong)
    assert "Five wrong codes" in enter(first), "the right one is of no use any more"
    send(clara, page)
    settle()
    assert "not the code that was sent" in enter(first), "only the newest counts"
    town.clock.move(timedelta(minutes=16))
    assert "too old" in enter(texted(clara, AMINA.email))
    for _ in range(3):
        assert send(clara, page).status_code == 303
    assert "Five codes were sent" in problems(send(clara, page).text)
    form = clara.get(page.removesuffix("/code")).text
    assert 'value="residence" checked' in form, "what was written is still there"


def test_a_code_is_for_the_answers_as_they_were(page: str, clara: Client, settle: Settle) -> None:
    send(clara, page)
    settle()
    form, typed = page.removesuffix("/code"), texted(clara, AMINA.email)
    assert write(clara, form, then="later").status_code == 303
    assert clara.get(page).headers["location"] == form, "it has to be right once more"
    declared(clara, form, purpose="identity")
    assert "have changed since" in problems(clara.submit(page, {"_code": typed}).text)
    declared(clara, form)
    assert clara.submit(page, {"_code": typed}).status_code == 303, "the same answers as then"


@pytest.mark.databases("sqlite")
def test_where_no_code_can_go_it_says_so_and_keeps_what_was_typed(clara: Client) -> None:
    page = start(clara, number=ROSA)
    write(clara, page, then="show", **ANSWERS)
    refused = write(clara, page, **ANSWERS, _declared="code")
    assert "no e-mail address and no phone to send a code to" in problems(refused.text)
    assert clara.get(f"{page}/code").headers["location"] == page
    assert 'value="residence" checked' in clara.get(page).text
    by_post = start(clara, number=ROSA, channel="post")
    assert 'value="code"' not in clara.get(by_post).text
    assert "Choose where" not in clara.get(page).text


@pytest.mark.databases("sqlite")
def test_a_contact_that_stands_in_the_form_only_will_do(clara: Client, settle: Settle) -> None:
    page = start(clara, service="large_items", number=ROSA)
    clara.submit(f"{page}/items/new", {"kind": "sofa", "what": "", "count": "1"})
    given = {"reach": ["email"], "email": "rosa@example.com", "_declared": "code", "place.street": "Calle de las Redes"}
    given |= {"place.number": "12", "spot": ""}
    write(clara, page, then="show", **given)
    offered = re.search(r'name="day"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="day"', clara.get(page).text)
    assert offered is not None
    led = write(clara, page, **given, day=offered[1] or offered[2])
    assert led.status_code == 303, problems(led.text)
    assert "Choose where the code goes" in problems(send(clara, f"{page}/code").text)
    assert "It stands in this form" in clara.get(f"{page}/code").text
    assert send(clara, f"{page}/code", "form-email").status_code == 303
    settle()
    taken = clara.submit(f"{page}/code", {"_code": texted(clara, "rosa@example.com")})
    assert taken.status_code == 303, problems(taken.text)
    assert "r•••@example.com" in words(clara.get(taken.headers["location"]).text)
