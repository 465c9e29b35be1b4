"""Whoever agreed to it tries the mended page again and says in one press whether it works."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.codesign.reporting import mend, place, report
from tests.desk.cases import case_of, words
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
PUBLIC = "/en/accessibility/reports"


def asked(comes_as: Comes, settle: Settle, **changes: object) -> tuple[str, str]:
    """A report that was mended: its reference, and the link of the message."""
    clara = comes_as("clara")
    reference = report(comes_as(), **{"again": "yes", "email": "guest@example.com", **changes})
    settle()
    assert place(clara, reference).status_code == 303
    assert mend(clara, reference).status_code == 303
    settle()
    return reference, link(clara, reference)


def link(client: Client, reference: str) -> str:
    mails = [one["text"] for one in client.get("/demo/mailbox.json").json() if one["case"] == reference]
    found = re.search(rf"(/en/accessibility/barrier/{reference}/trial\?code=\S+)", "\n".join(mails))
    return found[1] if found else ""


def press(client: Client, way: str, answer: str) -> str:
    """Press a button; what the page says then."""
    path, code = way.split("?code=")
    said = client.post(path, data={"code": code, "answer": answer})
    assert said.status_code == 303, said.text
    return words(client.get(said.headers["location"]).text)


def test_the_message_names_the_release_and_its_link_needs_no_account(comes_as: Comes, settle: Settle) -> None:
    reference, way = asked(comes_as, settle)
    stranger = comes_as()
    mail = next(one for one in stranger.get("/demo/mailbox.json").json() if way in one["text"])
    assert "It is mended in version 0.1.0." in mail["text"]
    page = words(stranger.get(way).text)
    assert "We have mended it in version 0.1.0 ." in page
    assert "It works now" in page
    assert reference in page


def test_it_works_now_closes_it_and_names_the_release_in_public(comes_as: Comes, settle: Settle, town: Town) -> None:
    reference, way = asked(comes_as, settle)
    guest = comes_as()
    for _ in range(2):
        assert "We are glad that it works now." in press(guest, way, "works")
    settle()
    assert case_of(town, reference).outcome == "done"
    listed = words(guest.get(PUBLIC).text)
    assert "At the moment we know of none." in listed
    assert "in version 0.1.0" in listed


def test_still_there_opens_it_again_and_the_old_link_is_over(comes_as: Comes, settle: Settle, town: Town) -> None:
    reference, way = asked(comes_as, settle)
    guest, clara = comes_as(), comes_as("clara")
    for _ in range(2):
        assert "We go on working on it" in press(guest, way, "still")
    assert case_of(town, reference).state == "reopened"
    assert "4.1.2 Name, Role, Value (level A)" in words(guest.get(PUBLIC).text)
    assert mend(clara, reference, "0.0.9").status_code == 303
    assert guest.get(way).status_code == 303, "the code of the first trial opens nothing now"


def test_who_has_an_account_is_led_to_it_from_the_case(comes_as: Comes, settle: Settle) -> None:
    nour, clara = comes_as("nour"), comes_as("clara")
    reference = report(nour, again="yes")
    settle()
    place(clara, reference)
    mend(clara, reference)
    way = f"/en/accessibility/barrier/{reference}/trial"
    assert f'href="{way}"' in nour.get(f"/en/cases/{reference}").text
    assert nour.get(way).status_code == 200
    assert comes_as("dan").get(way).status_code == 404
    assert comes_as().get(f"{way}?code=0000-0000-0000-0000").status_code == 303


@pytest.mark.parametrize("again", ["no", ""])
def test_who_did_not_agree_is_told_and_not_asked(comes_as: Comes, settle: Settle, town: Town, again: str) -> None:
    reference, way = asked(comes_as, settle, again=again)
    assert way == ""
    assert case_of(town, reference).state == "closed"


def test_silence_ends_it_after_a_month(comes_as: Comes, settle: Settle, town: Town) -> None:
    reference, way = asked(comes_as, settle)
    town.clock.set(town.clock.now() + timedelta(days=31))
    settle()
    assert case_of(town, reference).state == "untried"
    assert "There is nothing to try at the moment." in words(comes_as().get(way).text)


def test_another_answer_is_none(comes_as: Comes, settle: Settle, town: Town) -> None:
    reference, way = asked(comes_as, settle)
    path, code = way.split("?code=")
    assert comes_as().post(path, data={"code": code, "answer": "perhaps"}).status_code == 422
    assert case_of(town, reference).state == "trying"
