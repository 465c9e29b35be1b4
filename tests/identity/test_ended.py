"""A session ends while somebody is typing: what was typed comes back to whoever typed it."""

import re
from datetime import timedelta

import pytest

from app import identity
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.cast import BY_KEY
from tests.identity.ending import (
    CANARY,
    GONE,
    HALF_A_DAY,
    MONTH,
    STILL,
    Asked,
    Comes,
    Settle,
    end_sessions,
    kept,
    sign_in_again,
    stands,
    text,
)  # fmt: skip
from tests.proof.test_canary import PNG

# a person with an account


def test_a_question_of_a_form_stands_there_as_it_was_typed(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan = comes_as("dan")
    place = applying.fill_until(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE, "parents")
    sent = {"_token": dan.token(place), "parents": CANARY}
    end_sessions(town, "dan", dan)
    back = sign_in_again(dan, "dan", dan.post(place, data=sent), settle)
    page = dan.get(back.headers["location"])
    assert page.status_code == 200
    assert STILL in page.text
    assert CANARY in text(page.text)
    assert "<title>Error:" not in page.text
    assert stands(dan.get(place).text, "parents") == ""
    given = applying.standing(page.text)
    assert dan.post(place, data=given).status_code == 303
    assert stands(dan.get(place).text, "parents") == CANARY


def test_choices_come_back_and_so_does_the_way_to_the_review(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    place = review.replace("/review", "/purpose") + "?back=review"
    sent = {"_token": dan.token(place), "purpose": "other"}
    town.clock.move(MONTH - timedelta(days=2))
    assert dan.post(place, data={**sent, "then": "later"}).status_code == 303
    town.clock.move(timedelta(days=2))
    back = sign_in_again(dan, "dan", dan.post(place, data=sent), settle)
    assert re.search(r'value="other"[^>]* checked', dan.get(back.headers["location"]).text)
    assert "back=review" in back.headers["location"]


def test_a_row_of_a_group_stands_there_as_it_was_typed(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan = comes_as("dan")
    place = applying.fill_until(dan, applying.begin(dan, "large-items"), {}, "items") + "/new"
    sent = {"_token": dan.token(place), "kind": "other", "what": CANARY, "count": "many"}
    end_sessions(town, "dan", dan)
    back = sign_in_again(dan, "dan", dan.post(place, data=sent), settle)
    found = applying.standing(dan.get(back.headers["location"]).text)
    assert (found["kind"], found["what"], found["count"]) == ("other", CANARY, "many")


@pytest.mark.parametrize(("below", "name"), [("/messages", "text"), ("/withdrawal", "reason"), ("/answers", "parents")])
def test_what_was_typed_about_a_case_comes_back(
    comes_as: Comes, town: Town, settle: Settle, below: str, name: str
) -> None:
    dan, clara = comes_as("dan"), comes_as("clara")
    place = Asked(dan, clara).case + below
    sent = {"_token": dan.token(place), name: CANARY}
    end_sessions(town, "dan", dan)
    back = sign_in_again(dan, "dan", dan.post(place, data=sent), settle)
    page = dan.get(back.headers["location"]).text
    assert STILL in page
    assert stands(page, name) == CANARY
    assert dan.get(place).text.count("Zyxcanary") == 0


def test_files_are_to_be_chosen_again(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": ""}
    end_sessions(town, "dan", dan)
    away = dan.post(place, data=sent, files=[("files", ("one.png", PNG, "image/png"))])
    back = sign_in_again(dan, "dan", away, settle)
    assert "Choose the files again" in dan.get(back.headers["location"]).text


def test_a_form_that_was_ready_to_send_is_come_back_to(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    sent = applying.standing(dan.get(review).text)
    end_sessions(town, "dan", dan)
    back = sign_in_again(dan, "dan", dan.post(applying.submission(review), data=sent), settle)
    assert back.headers["location"] == review
    assert applying.send(dan, review)


def test_who_signed_out_in_another_tab_loses_nothing(comes_as: Comes, settle: Settle) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    dan.submit("/en/me", to="/en/sign-out")
    assert "s" not in dan.cookies
    back = sign_in_again(dan, "dan", dan.post(place, data=sent), settle)
    assert CANARY in text(dan.get(back.headers["location"]).text)


def test_who_signed_in_again_in_another_tab_is_led_back_at_once(comes_as: Comes) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    dan.submit("/en/me", to="/en/sign-out")
    dan.sign_in("dan")
    back = dan.post(place, data=sent)
    assert back.headers["location"].startswith(f"{place}?unsent=")
    page = dan.get(back.headers["location"]).text
    assert stands(page, "text") == CANARY
    assert dan.post(place, data=applying.standing(page)).status_code == 303
    assert CANARY in text(dan.get(place).text)


def test_it_comes_back_in_another_language_too(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": CANARY}
    end_sessions(town, "dan", dan)
    onward = dan.post(place, data=sent).headers["location"].partition("onward=")[2].partition("&")[0]
    dan.sign_in("dan")
    page = dan.get(f"/ar{onward}".replace("%3F", "?").replace("%3D", "=")).text
    assert CANARY in text(page)
    assert 'lang="ar"' in page


def test_a_script_is_led_to_the_sign_in_page_as_a_whole(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    case = f"/en/cases/{applying.certificate(dan)}"
    sent = {"_token": dan.token(case), "text": CANARY}
    end_sessions(town, "dan", dan)
    headers = {"HX-Request": "true", "HX-Target": "section#case-messages", "HX-Current-URL": f"http://localhost{case}"}
    answer = dan.post(f"{case}/messages", data=sent, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["hx-redirect"].startswith("/en/sign-in?onward=/cases/")


def test_nothing_is_kept_where_nothing_was_typed(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    place = f"/en/cases/{applying.certificate(dan)}/messages"
    sent = {"_token": dan.token(place), "text": ""}
    end_sessions(town, "dan", dan)
    away = dan.post(place, data=sent)
    assert away.headers["location"] == f"/en/sign-in?onward={place.removeprefix('/en')}&said=over"
    assert kept(town) == 0


# at the desk


@pytest.mark.parametrize(
    ("below", "name"), [("/messages", "text"), ("/notes", "note"), ("/request", "text"), ("/steps/grant", "text")]
)
def test_what_a_clerk_was_typing_comes_back(comes_as: Comes, town: Town, settle: Settle, below: str, name: str) -> None:
    dan, clara = comes_as("dan"), comes_as("clara")
    page = f"/en/desk/cases/{applying.certificate(dan)}"
    place = f"{page}{below}?tab=mine&service=birth_certificate"
    sent = {"_token": clara.token(page), name: CANARY}
    town.clock.move(HALF_A_DAY)
    back = sign_in_again(clara, "clara", clara.post(place, data=sent), settle)
    shown = clara.get(back.headers["location"]).text
    assert stands(shown, name) == CANARY
    assert "tab=mine" in back.headers["location"]


def test_a_colleague_who_may_see_the_same_case_does_not_see_it(comes_as: Comes, town: Town, settle: Settle) -> None:
    dan, clara, samir = comes_as("dan"), comes_as("clara"), comes_as("samir")
    page = f"/en/desk/cases/{applying.certificate(dan)}"
    sent = {"_token": clara.token(page), "note": CANARY}
    end_sessions(town, "clara", clara)
    away = clara.post(f"{page}/notes", data=sent)
    back = sign_in_again(clara, "samir", away, settle)
    for other in (clara, samir):
        shown = other.get(back.headers["location"])
        assert shown.status_code == 200
        assert "Zyxcanary" not in shown.text
        assert GONE in shown.text
    again = comes_as("clara").get(back.headers["location"]).text
    assert stands(again, "note") == CANARY


def test_the_token_of_a_form_opens_no_session(comes_as: Comes, town: Town) -> None:
    """It finds the session in which the form was made, and is not what the cookie holds."""
    token = comes_as("dan").token("/en/me")
    with db.read(town) as unit:
        typist = identity.typist(unit, token)
        assert typist is not None
        assert typist.account_id == identity.by_email(unit, BY_KEY["dan"].email)
        assert identity.actor(unit, token, "en").session_id is None
