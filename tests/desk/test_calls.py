"""A call or a visit: without a case in four fields, with a case on its timeline; the person reads it."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.cases.counter.models import Call
from app.kit import db
from app.kit.towns import Town
from tests.applying import problems
from tests.desk.cases import words
from tests.desk.intake import ON_HER_PAGE, start, take_in
from tests.towns import Client

AMINA = "Y-2046817-S"
SAID = {"channel": "phone", "about": "Asks when the sofa is picked up", "outcome": "On Friday"}


def history_of(said: str) -> str:
    return said.partition("History")[2].partition("Notes for colleagues")[0]


def test_a_call_without_a_case_is_four_fields_and_she_reads_it(amina: Client, clara: Client) -> None:
    html = clara.get("/en/desk/calls").text.partition("<main")[2]
    assert html.count("<fieldset") + html.count('type="text"') == 4
    noted = clara.submit("/en/desk/calls", {"who": AMINA, **SAID})
    assert noted.headers["location"] == "/en/desk/calls?said=called"
    for page in ("/en/me", "/en/me/calls"):
        said = words(amina.get(page).text)
        assert "Asks when the sofa is picked up" in said
        assert "On Friday" in said
        assert "By phone" in said
    assert "Noted a call, a visit or a letter" in words(amina.get("/en/me/looks").text)


def test_nobody_else_reads_it(clara: Client, comes_as: Callable[..., Client]) -> None:
    clara.submit("/en/desk/calls", {"who": AMINA, **SAID})
    clara.submit("/en/desk/calls", {"who": "A man with a dog", **SAID})
    for key in ("nour", "dan", "leo"):
        assert "sofa" not in comes_as(key).get("/en/me/calls").text


def test_with_a_case_it_stands_on_its_timeline_with_its_way_and_who_noted_it(amina: Client, clara: Client) -> None:
    reference = take_in(clara, start(clara, number=AMINA), **ON_HER_PAGE)
    for channel in ("phone", "post"):
        noted = clara.submit(f"/en/desk/cases/{reference}/calls", {**SAID, "channel": channel})
        assert noted.headers["location"].startswith(f"/en/desk/cases/{reference}?")
    history = (
        words(clara.get(f"/en/desk/cases/{reference}").text)
        .partition("History")[2]
        .partition("Notes for colleagues")[0]
    )
    for said in ("At the window", "A call By phone", "A letter On paper", "Clara Montes", "On Friday"):
        assert said in history, said
    hers = words(amina.get(f"/en/cases/{reference}").text)
    for said in ("A call By phone", "A letter On paper", "Asks when the sofa is picked up"):
        assert said in hers, said
    assert "Clara Montes" not in hers


def test_online_stands_beside_the_others(amina: Client, clara: Client, asked: str) -> None:
    assert "The form was sent Online" not in words(clara.get(f"/en/desk/cases/{asked}").text)
    clara.submit(f"/en/desk/cases/{asked}/calls", SAID)
    history = history_of(words(clara.get(f"/en/desk/cases/{asked}").text))
    assert "The form was sent Online" in history
    assert "the person" in history
    assert "You sent the form Online" in words(amina.get(f"/en/cases/{asked}").text)


@pytest.mark.databases("sqlite")
def test_it_says_what_is_missing_and_notes_nothing(town: Town, clara: Client, asked: str) -> None:
    for changes, error in (
        ({"channel": ""}, "Choose how it came."),
        ({"channel": "web"}, "Choose how it came."),
        ({"about": " "}, "Write in a few words what it was about."),
        ({"about": "x" * 501}, "too long"),
        ({"outcome": "x" * 501}, "too long"),
        ({"who": "12345678Z"}, "Nobody in the register has this number."),
    ):
        answer = clara.submit("/en/desk/calls", {**SAID, **changes})
        assert answer.status_code == 422, changes
        assert error in problems(answer.text), changes
    assert clara.submit(f"/en/desk/cases/{asked}/calls", {}).status_code == 422
    with db.read(town) as unit:
        assert db.rows(unit, select(db.table(Call).c.id)) == []
