"""A guest's session ends while she types: she comes back to it by the code of her draft or case, and by no other."""

import re

from app.kit.towns import Town
from tests import applying
from tests.identity import mails
from tests.identity.ending import (
    CANARY,
    HALF_A_DAY,
    OVER,
    STILL,
    Comes,
    Settle,
    stands,
)  # fmt: skip


def test_a_guest_comes_back_to_a_question_by_the_code_of_the_draft(comes_as: Comes, town: Town) -> None:
    guest = comes_as()
    place = applying.fill_until(guest, applying.begin(guest, "birth-certificate"), applying.CERTIFICATE, "parents")
    saved = re.search(r'<b class="code" dir="ltr">([^<]+)</b>', guest.get(place.replace("/parents", "/saved")).text)
    assert saved is not None
    sent = {"_token": guest.token(place), "parents": CANARY}
    town.clock.move(HALF_A_DAY)
    away = guest.post(place, data=sent)
    assert away.headers["location"].startswith("/en/drafts?onward=/drafts/")
    page = guest.get(away.headers["location"]).text
    assert OVER in page
    wrong = guest.post("/en/drafts", data={**applying.standing(page), "code": "1"})
    assert wrong.status_code == 422
    back = guest.post("/en/drafts", data={**applying.standing(wrong.text), "code": saved[1]})
    page = guest.get(back.headers["location"]).text
    assert STILL in page
    assert stands(page, "parents") == CANARY


def test_a_guest_comes_back_to_a_case_by_a_code(comes_as: Comes, town: Town, settle: Settle) -> None:
    guest = comes_as()
    reference = applying.pickup(guest, "guest@example.com")
    place = f"/en/cases/{reference}/messages"
    sent = {"_token": guest.token(place), "text": CANARY}
    town.clock.move(HALF_A_DAY)
    away = guest.post(place, data=sent)
    page = guest.get(away.headers["location"]).text
    assert OVER in page
    asked = guest.post("/en/check/follow", data={**applying.standing(page), "address": "guest@example.com"})
    settle()
    mail = mails.to(guest, "guest@example.com")[0]["text"]
    code = re.search(r"code=([0-9A-Z-]+)", mail)
    assert code is not None
    back = guest.post("/en/check/follow/code", data={**applying.standing(asked.text), "code": code[1]})
    assert stands(guest.get(back.headers["location"]).text, "text") == CANARY


def test_a_code_of_another_draft_does_not_lead_there(comes_as: Comes, town: Town) -> None:
    guest, other = comes_as(), comes_as()
    place = applying.begin(guest, "large-items")
    mine = applying.begin(other, "large-items")
    saved = re.search(r'<b class="code" dir="ltr">([^<]+)</b>', other.get(mine.replace("/items", "/saved")).text)
    assert saved is not None
    for onward in (place.removeprefix("/en"), "//evil.example", "/me"):
        to = comes_as().post("/en/drafts", data={"code": saved[1], "onward": onward}).headers["location"]
        assert to == mine.rpartition("/")[0]
