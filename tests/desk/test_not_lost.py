"""What somebody typed is never lost, whatever ended meanwhile: purpose, session, function, or the case itself."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.kit import ids
from app.kit.towns import Town
from app.people import finding
from tests import applying
from tests.desk.cases import words
from tests.desk.people import PURPOSE, people_of, with_purpose
from tests.desk.staffing import account
from tests.identity import identifying
from tests.identity.ending import CANARY, GONE, STILL, end_sessions
from tests.towns import Client

Comes = Callable[..., Client]
FORMS = {
    "care": {"kind": "safety", "words": CANARY, "days": "30"},
    "name": {"became": CANARY, "reason": "marriage", "paper": "identity_card"},
    "needs": {"needs": "helper", "helper": CANARY, "way": "spoken"},
    "consents": {"what": "prefill:stop", "way": "phone"},
}


def onward(answer: Any) -> str:
    """Where a page that leads away will lead back to."""
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    return f"/en{asked.get('to', asked.get('onward', ['']))[0]}"


@pytest.mark.parametrize("noun", FORMS)
def test_a_purpose_that_ends_in_the_middle_of_a_form_is_asked_for_and_the_form_comes_back(
    clara: Client, amina: Client, town: Town, noun: str
) -> None:
    person = f"/en/desk/people/{people_of(town)['amina']}"
    page, typed = f"{person}/{noun}", FORMS[noun]
    sent = {"_token": with_purpose(clara).token(page), **typed}
    town.clock.move(finding.LASTS)
    asked = clara.post(page, data=sent)
    assert asked.status_code == 303
    why = clara.get(asked.headers["location"])
    assert "Say first why you are looking" in why.text
    assert "What you said before held until" in words(why.text)
    back = clara.submit(PURPOSE, {"purpose": "look_contact", "to": applying.standing(why.text)["to"]})
    shown = clara.get(back.headers["location"])
    assert STILL in shown.text
    standing = applying.standing(shown.text)
    assert {name: standing[name].removeprefix("\n") for name in typed} == typed
    assert "Wrote down" not in amina.get("/en/me/looks").text


def test_whoever_signs_in_again_is_asked_what_for_and_then_reads_what_she_typed(clara: Client, town: Town) -> None:
    page = f"/en/desk/people/{people_of(town)['amina']}/care"
    sent = {"_token": with_purpose(clara).token(page), **FORMS["care"]}
    end_sessions(town, "clara", clara)
    back = onward(clara.post(page, data=sent))
    why = clara.sign_in("clara").get(back)
    assert "Why are you looking?" in words(why.text)
    led = clara.submit(PURPOSE, {"purpose": "look_contact", "to": applying.standing(why.text)["to"]})
    assert CANARY in unescape(clara.get(led.headers["location"]).text)


def test_a_colleague_who_has_the_address_reads_nothing_of_it(clara: Client, comes_as: Comes, town: Town) -> None:
    page = f"/en/desk/people/{people_of(town)['amina']}/care"
    sent = {"_token": with_purpose(clara).token(page), **FORMS["care"]}
    town.clock.move(finding.LASTS)
    asked = onward(clara.post(page, data=sent))
    shown = with_purpose(comes_as("samir")).get(asked).text
    assert GONE in shown
    assert "Zyxcanary" not in shown


@pytest.mark.databases("sqlite")
def test_whatever_a_session_ends_on_comes_back(comes_as: Comes, amina: Client, asked: str, town: Town) -> None:
    link = identifying.link(town, "amina")
    case, person = f"/desk/cases/{asked}", f"/desk/people/{people_of(town)['amina']}"
    forms = {
        "clara": {
            f"{case}/assignment": "words", f"{case}/tasks": "what", f"{case}/related": "other",
            f"{case}/mergers": "other", f"{case}/splits": "reason", "/desk/views?service=birth_certificate": "name",
            f"{person}/links/{link}/address": "email", f"{person}/mandates": "email",
        },
        "samir": {"/desk/outages": "since_time"},
        "vera": {"/desk/staff/invitations": "name"},
        "kofi": {
            "/me/mandates/new": "email", "/me/needs": "helper", "/me/claims/new": "reference",
        },
    }  # fmt: skip
    for key, pages in forms.items():
        client = comes_as(key)
        tokens = client.token("/en/me")
        end_sessions(town, key, client)
        ways = {}
        for page, name in pages.items():
            ways[page] = onward(client.post(f"/en{page}", data={"_token": tokens, name: "Zyxcanary"}))
        client.sign_in(key)
        for page, way in ways.items():
            shown = client.get(way)
            assert shown.status_code == 200, way
            assert STILL in shown.text, way
            assert re.search(r'value="Zyxcanary"|>\s*Zyxcanary', shown.text), (page, applying.standing(shown.text))


def test_whose_function_is_taken_away_reads_why_and_what_she_wrote(
    comes_as: Comes, clara: Client, asked: str, town: Town
) -> None:
    case, vera = f"/en/desk/cases/{asked}", comes_as("vera")
    sent = {"_token": clara.token(case), "note": CANARY, "text": CANARY}
    page = f"/en/desk/staff/{account(town, 'clara')}"
    assert vera.submit(page, {"roles.works": "clerk"}).status_code == 303
    refused = clara.post(f"{case}/notes", data=sent)
    assert refused.status_code == 404
    assert "Your functions here were changed at this time" in words(refused.text)
    assert CANARY in words(refused.text)
    never = clara.post(f"{case.replace(asked, ids.reference('VC'))}/notes", data=sent)
    assert never.content == refused.content, "nobody learns whether a case is there"
    assert "Your functions" not in clara.get("/en/nowhere").text
    assert "Your functions" not in comes_as("tomas").get(case).text
    town.clock.move(timedelta(hours=25))
    assert words(clara.sign_in("clara").get(case).text) == words(comes_as("tomas").get(case).text)


def test_who_left_in_the_middle_of_a_sentence_reads_why_and_what_she_wrote(
    comes_as: Comes, clara: Client, asked: str, town: Town
) -> None:
    case, vera = f"/en/desk/cases/{asked}", comes_as("vera")
    sent = {"_token": clara.token(case), "note": CANARY}
    page = f"/en/desk/staff/{account(town, 'clara')}/departure"
    to = {
        name: str(account(town, "samir")) for name in applying.standing(vera.get(page).text) if name.startswith("to.")
    }
    assert vera.submit(page, to).status_code == 303
    back = onward(clara.post(f"{case}/notes", data=sent))
    shown = clara.sign_in("clara").get(back)
    assert shown.status_code == 404
    assert "Your functions here were changed at this time" in words(shown.text)
    assert CANARY in words(shown.text)


def test_who_comes_second_to_a_decision_keeps_what_was_written(comes_as: Comes, amina: Client, asked: str) -> None:
    clara, late = comes_as("clara"), comes_as("clara")
    page = f"/en/desk/cases/{asked}/steps/grant"
    token = late.token(page)
    assert amina.submit(f"/en/cases/{asked}/withdrawal").status_code == 303
    refused = late.post(page, data={"_token": token, "reasons": "entry_found", "text": CANARY})
    assert refused.status_code == 409
    assert "The person took the request back" in words(refused.text)
    assert CANARY in words(refused.text)
    assert "entry_found" not in words(refused.text)
    assert clara.get(page).status_code == 409
