"""Mandates: given, answered, ended by either side, by their last day, by a birthday; what is wrong is said exactly."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.cast import BORIS, DAN
from tests.desk.cases import words
from tests.identity import mails
from tests.identity.identifying import accept, bring, give, mandate
from tests.identity.proving import sign_in
from tests.towns import Client

Comes = Callable[..., Client]
PAGE = "/en/me/mandates"


def test_it_is_given_to_an_address_and_holds_when_its_owner_says_yes(
    comes_as: Comes, settle: Callable[..., int]
) -> None:
    boris, dan = comes_as("boris"), comes_as("dan")
    assert give(boris, DAN.email, rights="read").headers["location"] == f"{PAGE}?said=mandate_given"
    assert "Not answered yet" in words(boris.get(PAGE).text)
    settle()
    accept(dan)
    assert f"You act for {BORIS.name}" in words(dan.get(PAGE).text)
    settle()
    told = mails.to(dan, BORIS.email)[0]["text"]
    assert BORIS.name in told
    assert "Dan Whitlock" in told


def test_either_side_ends_it_at_once_and_both_are_told(comes_as: Comes, settle: Callable[..., int]) -> None:
    boris, dan = comes_as("boris"), comes_as("dan")
    for who in (boris, dan):
        give(boris, DAN.email)
        held = accept(dan)
        page = f"{PAGE}/{held}/end"
        token = boris.token(page)
        assert who.submit(page).headers["location"] == f"{PAGE}?said=mandate_ended"
        assert dan.get(page).status_code == 410
        assert boris.post(page, data={"_token": token}).status_code == 410, "both at once: one of them ends it"
        settle()
        for email in (DAN.email, BORIS.email):
            assert "no longer" in mails.to(dan, email)[0]["text"] or "لم يعد" in mails.to(dan, email)[0]["text"]
    assert "Ended by" in words(dan.get(PAGE).text)


@pytest.mark.databases("sqlite")
def test_what_is_wrong_with_a_mandate_is_said_exactly(comes_as: Comes) -> None:
    boris, dan = comes_as("boris"), comes_as("dan")
    assert "This is your own address" in problems(give(boris, BORIS.email).text)
    assert "This is your own address" in problems(give(boris, " BORIS@puertoclaro.example ").text)
    nothing = boris.submit(f"{PAGE}/new", {"email": "nobody"})
    assert nothing.status_code == 422
    for sentence in ("not a whole e-mail address", "what the mandate is for", "reads or also acts", "how long"):
        assert sentence in problems(nothing.text)
    assert give(boris, DAN.email).status_code == 303
    assert "may act for you already" in problems(give(boris, DAN.email).text)
    refused = dan.submit("/en/me", {"email": BORIS.email}, to=f"{PAGE}/new")
    assert refused.status_code == 409
    assert "does not know yet who you are" in refused.text


@pytest.mark.databases("sqlite")
def test_nobody_acts_for_herself_through_a_second_account(comes_as: Comes) -> None:
    """She gives it to another address, and that account becomes hers before she says yes."""
    from tests.identity.identifying import code, enter

    boris, dan, clara = comes_as("boris"), comes_as("dan"), comes_as("clara")
    give(boris, DAN.email)
    assert enter(dan, code(clara, "boris"))[0] == 303
    bring(dan)
    refused = dan.submit(PAGE, to=f"{PAGE}/{mandate(dan)}/acceptance")
    assert refused.status_code == 409
    assert "This mandate is for yourself" in refused.text


@pytest.mark.databases("sqlite")
def test_somebody_says_no_and_a_stranger_finds_nothing(comes_as: Comes, settle: Callable[..., int]) -> None:
    boris, dan, teo = comes_as("boris"), comes_as("dan"), comes_as("teo")
    give(boris, DAN.email)
    bring(dan)
    held = mandate(dan)
    for below in ("acceptance", "end"):
        assert teo.submit("/en/me", to=f"{PAGE}/{held}/{below}").status_code == 404
    assert dan.submit(f"{PAGE}/{held}/end").status_code == 303
    assert "said no" in words(boris.get(PAGE).text)
    assert dan.submit("/en/me", to=f"{PAGE}/{held}/acceptance").status_code == 410
    assert teo.submit("/en/me", to=f"{PAGE}/{held}/acceptance").status_code == 404


def test_its_last_day_ends_it_and_an_eighteenth_birthday_ends_guardianship(
    comes_as: Comes, settle: Callable[..., int], town: Town
) -> None:
    """Amina acts for Boris without a last day, and for Leo until he is eighteen: the town's record says so."""
    amina, boris = comes_as("amina"), comes_as("boris")
    page = words(amina.get(PAGE).text)
    assert "As guardian, in everything that is not confidential" in page
    assert "Until 13 September 2029" in page
    assert "Until one of the two ends it" in page
    give(boris, DAN.email, until="P1M")
    accept(comes_as("dan"))
    town.clock.move(timedelta(days=40))
    assert "Its last day is over" in words(sign_in(boris, "boris").get(PAGE).text), "before any timer ran"
    from app.identity.mandating import ending
    from app.kit import db

    with db.write(town) as unit:
        assert ending.sweep(unit) == 1
    assert "Its last day is over" in words(boris.get(PAGE).text)
    town.clock.move(timedelta(days=4 * 365))
    with db.write(town) as unit:
        assert ending.sweep(unit) == 1
    assert "Leo Belkacem Navas is 18 now" in words(sign_in(amina, "amina").get(PAGE).text)
    settle()
    assert "Leo Belkacem Navas" in mails.to(amina, "amina@puertoclaro.example")[0]["text"]


@pytest.mark.databases("sqlite")
def test_a_wrong_address_learns_nothing(comes_as: Comes, settle: Callable[..., int]) -> None:
    """Neither by mail, nor on its page, nor by the code of another mandate."""
    boris, dan, teo = comes_as("boris"), comes_as("dan"), comes_as("teo")
    give(boris, DAN.email)
    settle()
    mail = mails.to(dan, DAN.email)[0]
    code = shown(boris)
    for told in (mail["subject"], mail["text"], mail["html"], dan.get(PAGE).text, dan.get("/en/me/messages").text):
        assert "Boris" not in told
        assert "Belkacem" not in told
        assert code not in told
    for one, typed in ((dan, "7K3M-9QZA"), (teo, code), (dan, "")):
        assert one.submit(f"{PAGE}/code", {"code": typed}).status_code == 422
    assert dan.submit(f"{PAGE}/code", {"code": code.lower().replace("0", "o")}).status_code == 303
    assert BORIS.name in words(dan.get(PAGE).text)
    boris.submit(f"{PAGE}/{mandate(dan)}/end")
    assert dan.submit(f"{PAGE}/code", {"code": code}).status_code == 422


def shown(giver: Client) -> str:
    """The code that the giver's page shows."""
    found = re.search(r'<bdi class="code">([0-9A-Z]{4}-[0-9A-Z]{4})</bdi>', giver.get(PAGE).text)
    assert found is not None
    return found[1]
