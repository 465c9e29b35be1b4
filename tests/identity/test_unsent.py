"""What was typed while a session ended is nobody else's, is sealed, and is not kept for ever."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.kit import db, unsent
from app.kit.keys import SealingKey
from app.kit.towns import Town
from tests import applying
from tests.identity.ending import (
    CANARY,
    DAY,
    GONE,
    Comes,
    Settle,
    end_sessions,
    kept,
    sign_in_again,
    text,
)  # fmt: skip
from tests.kit.conftest import everything
from tests.proof.test_canary import PNG


def test_an_outsider_who_has_the_address_finds_nothing(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan, nour = comes_as("dan"), comes_as("nour")
    place = applying.fill_until(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE, "parents")
    sent = {"_token": dan.token(place), "parents": CANARY}
    end_sessions(town, "dan", dan)
    away = dan.post(place, data=sent)
    back = sign_in_again(dan, "nour", away, settle)
    for other in (dan, nour):
        assert other.get(back.headers["location"]).content == other.get("/en/nowhere").content
    assert comes_as().get(back.headers["location"]).status_code == 303


def test_it_belongs_to_the_page_where_it_was_typed(comes_as: Comes) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    other = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    dan.sign_in("dan")
    back = dan.post(place, data=sent).headers["location"]
    assert "Zyxcanary" not in dan.get(back.replace(place, other)).text
    for wrong in ("", "x", "00000000-0000-7000-8000-000000000000", "%00"):
        shown = dan.get(f"{place}?unsent={wrong}")
        assert shown.status_code == 200
        assert GONE in shown.text


def test_it_is_kept_for_a_day(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    dan.sign_in("dan")
    back = dan.post(place, data=sent).headers["location"]
    town.clock.move(DAY - timedelta(minutes=1))
    assert CANARY in text(dan.get(back).text)
    with db.write(town) as unit:
        assert unsent.sweep(unit) == 0
    town.clock.move(timedelta(minutes=2))
    assert "Zyxcanary" not in dan.get(back).text
    assert GONE in dan.get(back).text
    owner = UUID(back.partition("unsent=")[2])
    with db.write(town) as unit:
        assert unsent.sweep(unit) == 1
        assert db.row(unit, select(db.table(SealingKey).c.root).where(db.table(SealingKey).c.owner == owner)) is None
    assert kept(town) == 0


def test_nothing_of_it_can_be_read_in_the_database(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    dan.sign_in("dan")
    dan.post(place, data=sent)
    assert kept(town) == 1
    assert "Zyxcanary" not in everything(town)
    assert json.dumps("Zyxcanary") not in everything(town)


# what does not pass for an ended session


@pytest.mark.parametrize("token", ["", "0" * 32, "ñ", "\x00"])
def test_a_token_that_we_never_gave_keeps_nothing(comes_as: Comes, town: Town, token: str) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    assert dan.post(place, data={"_token": token, "text": CANARY}).status_code == 403
    away = comes_as().post(place, data={"_token": token, "text": CANARY})
    assert away.headers["location"] == "/en/sign-in"
    assert kept(town) == 0


def test_a_form_of_one_person_is_never_sent_as_another(comes_as: Comes, town: Town) -> None:
    """A phone that is shared: Leo signs in while a form of Nour's is open in another tab."""
    phone = comes_as("nour")
    place = f"/en/cases/{applying.certificate(phone)}/messages"
    sent = {"_token": phone.token(place), "text": CANARY}
    phone.sign_in("leo")
    away = phone.post(place, data=sent)
    assert away.headers["location"].startswith("/en/sign-in?onward=")
    assert "Zyxcanary" not in comes_as("nour").get(place).text


def test_an_open_session_that_may_not_see_a_page_has_nothing_kept(comes_as: Comes, town: Town) -> None:
    dan, guest = comes_as("dan"), comes_as()
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    own = applying.begin(guest, "large-items")
    sent = {"_token": guest.token(f"{own}/new"), "text": CANARY}
    assert sent["_token"]
    assert guest.post(place, data=sent).headers["location"] == "/en/sign-in"
    assert kept(town) == 0


def test_a_session_that_ended_fills_no_database(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    end_sessions(town, "dan", dan)
    statuses = [dan.post(place, data=sent).status_code for _ in range(62)]
    assert statuses == [303] * 60 + [429] * 2
    assert kept(town) == 60


def test_more_than_a_form_can_hold_is_refused(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), **{f"text{number}": "x" * 60_000 for number in range(5)}}
    end_sessions(town, "dan", dan)
    assert dan.post(place, data=sent, files=[("files", ("one.png", PNG, "image/png"))]).status_code == 413
    assert kept(town) == 0
