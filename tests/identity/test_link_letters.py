"""A code by post: typing somebody's number teaches nothing, and the letter goes to the registered address only."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from app.kit.towns import Town
from tests import applying
from tests.identity.identifying import CODE, enter
from tests.identity.proving import row
from tests.proof.measuring import Measuring
from tests.towns import Client

Comes = Callable[..., Client]
TEO = {
    "self.born.day": "30",
    "self.born.month": "1",
    "self.born.year": "1978",
    "self.identifier.kind": "es.dni",
    "self.identifier.value": "44060910-V",
}
PAGE = "/en/me/person/letter"


def letters(client: Client) -> list[dict[str, Any]]:
    return [each for each in client.get("/demo/mailbox.json").json() if each["channel"] == "letter"]


def ask(client: Client, **changes: str) -> str:
    typed = {**TEO, **{f"self.{name.replace('_', '.')}": value for name, value in changes.items()}}
    sent = client.submit(PAGE, typed)
    assert sent.status_code == 200, applying.problems(sent.text)
    return re.sub(r'value="[^"]*"', "", sent.text)


def test_a_letter_to_the_registered_address_makes_it_known(
    comes_as: Comes, settle: Callable[..., int], town: Town
) -> None:
    teo = comes_as("teo")
    waiting = applying.badge(teo)
    ask(teo)
    settle()
    (letter,) = letters(teo)
    assert "Calle de los Olivos 5" in letter["to"]
    assert letter["locale"] == "es"
    code = CODE.search(letter["text"])
    assert code is not None
    assert enter(comes_as("dan"), code[0])[0] == 422, "only who asked can use it"
    assert enter(teo, code[0])[0] == 303
    assert "By a code that came by post" in teo.get("/en/me/person").text
    settle()
    assert row(town, waiting).started_at is not None


def test_whatever_is_typed_the_answer_and_the_work_are_the_same(
    comes_as: Comes, settle: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    dan = comes_as("dan")
    token = {"_token": dan.token(PAGE)}
    measuring = Measuring(monkeypatch)
    measuring.post(dan, PAGE, **token, **TEO)
    right = measuring.post(dan, PAGE, **token, **TEO)
    other_year = measuring.post(dan, PAGE, **token, **{**TEO, "self.born.year": "1979"})
    nobody = measuring.post(dan, PAGE, **token, **{**TEO, "self.identifier.value": "12345678Z"})
    assert right == other_year == nobody
    assert right.status == 200
    settle()
    assert len(letters(dan)) == 2, "for the two that were right"


@pytest.mark.databases("sqlite")
def test_nobody_gets_a_third_letter_within_a_month_nor_one_without_an_address(
    comes_as: Comes, settle: Callable[..., int]
) -> None:
    for client in (comes_as("dan"), comes_as("teo"), comes_as("leo")):
        ask(client)
        settle()
    assert len(letters(client)) == 2


@pytest.mark.databases("sqlite")
def test_after_five_times_a_day_nobody_is_asked_any_more(comes_as: Comes) -> None:
    dan = comes_as("dan")
    for _ in range(5):
        ask(dan)
    assert dan.submit(PAGE, TEO).status_code == 429


@pytest.mark.databases("sqlite")
def test_what_is_not_whole_is_said_and_nothing_of_whom_it_means(comes_as: Comes, settle: Callable[..., int]) -> None:
    dan = comes_as("dan")
    for changes in (
        {"self.born.day": "31", "self.born.month": "2"},
        {"self.identifier.value": "44060910A"},
        {"self.born.year": "2999"},
    ):
        answer = dan.submit(PAGE, {**TEO, **changes})
        assert answer.status_code == 422
        assert "error-summary" in answer.text
    assert dan.submit("/en/me", {}, to=PAGE).status_code == 422
    settle()
    assert letters(dan) == []
    assert comes_as("amina").submit("/en/me", TEO, to=PAGE).status_code == 409, "it is known already who she is"
