"""What somebody agreed to: given when, to whom, for what; taken back by herself or by a clerk, with its effect."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.desk.cases import permit, words
from tests.desk.intake import START, start
from tests.desk.people import people_of, with_purpose
from tests.identity.identifying import give
from tests.towns import Client

MINE = "/en/me/consents"


def say(client: Client, what: str, then: str) -> None:
    token = client.token(MINE)
    sent = client.post(MINE, data={"_token": token, "what": what, "then": then})
    assert sent.headers["location"].endswith("/me/consents?said=consent"), sent.text


def test_she_takes_back_and_agrees_again_and_it_counts_from_then_on(
    town: Town, comes_as: Callable[..., Client], amina: Client, clara: Client
) -> None:
    with_purpose(clara)
    person = f"/en/desk/people/{people_of(town)['amina']}"
    for_her = {**START, "number": "Y2046817S", "service": "building_permit"}
    assert 'value="Calle de las Redes"' in clara.get(start(clara, **for_her)).text
    tomas = with_purpose(comes_as("tomas"))
    permit(amina)
    assert "with other offices" in words(tomas.get(person).text)
    assert "Allowed by law; nothing was said" in words(amina.get(MINE).text)
    for what in ("prefill", "offices"):
        for _ in range(2):
            say(amina, what, "stop")
    said = words(amina.get(MINE).text)
    assert said.partition("What was said, and when")[2].count("by yourself") == 2, "a second press says nothing new"
    assert "Agree again" in said
    assert 'value="Calle de las Redes"' not in clara.get(start(clara, **for_her)).text
    assert "with other offices" not in words(tomas.get(person).text)
    assert "Forms filled in from the record Taken back:" in words(clara.get(person).text)
    say(amina, "offices", "agree")
    assert "with other offices" in words(tomas.get(person).text)


def test_a_clerk_writes_it_down_with_her_agreement(
    town: Town, comes_as: Callable[..., Client], amina: Client, clara: Client
) -> None:
    with_purpose(clara)
    page = f"/en/desk/people/{people_of(town)['amina']}/consents"
    wrong = clara.submit(page, {"what": "prefill:agree"})
    assert wrong.status_code == 422
    for error in ("Choose what the person said.", "Choose how the person agreed."):
        assert error in problems(wrong.text)
    sent = clara.submit(page, {"what": "prefill:stop", "way": "phone"})
    assert sent.headers["location"].endswith("?said=consent_of")
    said = words(amina.get(MINE).text)
    assert "Taken back: Forms are filled in with what the town has of you" in said
    assert "told by phone, with your agreement" in said
    assert "Wrote down what you agree to" in words(amina.get("/en/me/looks").text)
    stranger = comes_as("dan")
    assert stranger.post(page, data={"_token": stranger.token("/en/me"), "what": "offices:stop"}).status_code == 404
    assert stranger.post(MINE, data={"_token": stranger.token("/en/me"), "what": "prefill"}).status_code == 404


@pytest.mark.databases("sqlite")
def test_all_that_was_agreed_to_elsewhere_stands_there_too(town: Town, amina: Client, clara: Client) -> None:
    with_purpose(clara)
    needs = f"/en/desk/people/{people_of(town)['amina']}/needs"
    assert clara.submit(needs, {"needs": ["large_print"], "way": "spoken"}).status_code == 303
    give(amina, "dan@puertoclaro.example")
    said = words(amina.get(MINE).text)
    assert "Offices know what you need:" in said
    assert "told at the window, with your agreement" in said
    assert "dan@puertoclaro.example may act for you" in said
    assert "You are told this way: E-mail, This portal" in said
