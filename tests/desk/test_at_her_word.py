"""What a person may do in her case online, staff does at her word: the request is taken back, an appeal is written."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.applying import certificate, problems
from tests.cast import ROSA as HER
from tests.desk.cases import case_of, words
from tests.desk.intake import ANSWERS, ROSA, SAID, start, take_in, write
from tests.desk.test_decision import RECALL, press
from tests.towns import Client

Settle = Callable[..., int]
OF_APPEAL = {"wrong": "Zyxreason: my birth was entered under another name."}


@pytest.fixture
def hers(clara: Client) -> str:
    """Rosa has no account: her case was taken in at the window."""
    return take_in(clara, start(clara, number=ROSA), **ANSWERS, **SAID)


def letters(client: Client, reference: str) -> list[str]:
    mails = client.get("/demo/mailbox.json").json()
    return [mail["text"] for mail in mails if mail["channel"] == "letter" and mail["case"] == reference]


def came(town: Town, days: int) -> dict[str, str]:
    """The day on which a letter came in, so many days ago."""
    on = (town.clock.now() - timedelta(days=days)).date()
    return {"came.day": str(on.day), "came.month": str(on.month), "came.year": str(on.year)}


def test_her_request_is_taken_back_and_she_is_told(clara: Client, settle: Settle, hers: str) -> None:
    case = f"/en/desk/cases/{hers}"
    assert f'href="{case}/withdrawal"' in clara.get(f"{case}/calls").text
    wrong = clara.submit(f"{case}/withdrawal", {"reason": "x" * 2001})
    assert wrong.status_code == 422
    assert "Choose how it came." in problems(wrong.text)
    taken = clara.submit(f"{case}/withdrawal", {"channel": "phone", "reason": "Zyxreason"})
    assert taken.headers["location"] == f"{case}?said=withdrawn"
    said = words(clara.get(case).text)
    assert "Zyxreason" in said
    settle()
    assert len(letters(clara, hers)) == 2
    again = clara.submit(f"{case}/calls", {"channel": "phone"}, to=f"{case}/withdrawal")
    assert (again.status_code, "can no longer be withdrawn" in again.text) == (409, True)
    assert clara.get(f"{case}/withdrawal").status_code == 409
    assert f"{case}/withdrawal" not in clara.get(f"{case}/calls").text


def test_she_reads_who_took_it_back_and_by_which_way(clara: Client, amina: Client) -> None:
    reference = certificate(amina)
    clara.submit(f"/en/desk/cases/{reference}/withdrawal", {"channel": "counter"})
    assert "Taken back" in words(amina.get(f"/en/cases/{reference}").text)
    assert "Took your request back, as you asked A clerk: Civil registry" in words(amina.get("/en/me/looks").text)


def test_an_appeal_is_written_for_her_and_goes_to_somebody_else(
    town: Town, clara: Client, settle: Settle, hers: str
) -> None:
    case = f"/en/desk/cases/{hers}"
    early = clara.get(f"{case}/appeal")
    assert (early.status_code, "Nothing has been decided in this case" in early.text) == (409, True)
    press(clara, hers, "grant")
    town.clock.move(RECALL)
    settle()
    assert f'href="{case}/appeal"' in clara.get(f"{case}/calls").text
    wrong = clara.submit(f"{case}/appeal", {})
    assert all(said in problems(wrong.text) for said in ("Choose how it came.", "Choose how you know who it is."))
    begun = clara.submit(f"{case}/appeal", {"channel": "post", "known": "document"})
    page = begun.headers["location"]
    for channel, same in (("post", True), ("phone", False)):
        other = clara.submit(f"{case}/appeal", {"channel": channel, "known": "document"}).headers["location"]
        assert ((other == page), "The day the paper came in" in clara.get(other).text) == (same, same)
    assert HER.name in words(clara.get(page).text)
    sent = write(clara, page, **OF_APPEAL, _declared="signed")
    assert sent.status_code == 303, problems(sent.text)
    appeal = sent.headers["location"].split("/")[4]
    assert case_of(town, appeal).person_id == case_of(town, hers).person_id
    assert case_of(town, appeal).via == "post"
    assert "There is an appeal against the decision" in words(clara.get(case).text)
    assert clara.get(f"{case}/appeal").status_code == 409


@pytest.mark.databases("sqlite")
def test_a_letter_that_came_in_time_is_an_appeal_however_late_it_is_written_down(
    comes_as: Callable[..., Client], town: Town, settle: Settle, hers: str
) -> None:
    case = f"/en/desk/cases/{hers}"
    press(comes_as("clara"), hers, "grant")
    town.clock.move(RECALL)
    settle()
    town.clock.move(timedelta(days=60))
    clara = comes_as("clara")
    late = clara.submit(f"{case}/appeal", {"channel": "phone", "known": "document"})
    assert (late.status_code, "The last day to appeal was" in late.text) == (409, True)
    page = clara.submit(f"{case}/appeal", {"channel": "post", "known": "document"}).headers["location"]
    given = {**OF_APPEAL, "_declared": "signed"}
    refused = write(clara, page, **given, **came(town, 0))
    assert (refused.status_code, "The last day to appeal was" in refused.text) == (409, True)
    sent = write(clara, page, **given, **came(town, 50))
    assert sent.status_code == 303, problems(sent.text)
    assert "It came in on paper on" in words(clara.get(sent.headers["location"]).text)


@pytest.mark.databases("sqlite")
def test_nobody_else_comes_to_either_page(clara: Client, comes_as: Callable[..., Client], hers: str) -> None:
    for other in (comes_as("dan"), comes_as("tomas"), comes_as("vera")):
        for page in ("withdrawal", "appeal"):
            assert other.get(f"/en/desk/cases/{hers}/{page}").status_code == 404
            given = {"channel": "phone", "known": "told"}
            assert other.submit("/en/me", given, to=f"/en/desk/cases/{hers}/{page}").status_code == 404
