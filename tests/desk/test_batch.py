"""Many cases at once: counted and listed first, each by its own rule, a result for each, and the way back."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.applying import certificate
from tests.desk.cases import case_of, copies, listed, permit, words
from tests.desk.test_queue import account
from tests.towns import Client

NEW = "/en/desk/batches"


def results(html: str, column: int = 1) -> dict[str, str]:
    """What became of each case, by its reference."""
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", html, re.DOTALL)
    cells = [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.split(r"<td[^>]*>", row)] for row in rows]
    return {row[0]: row[column + 1] for row in cells}


def do(clerk: Client, query: str = "", **given: Any) -> str:
    """Do something to many cases; the address of what became of them."""
    sent = clerk.submit(f"{NEW}{query}", {"which": "ticked", **given})
    assert sent.status_code == 303, sent.text
    return str(sent.headers["location"])


def holder(town: Town, reference: str) -> object:
    return case_of(town, reference).assignee


def test_each_case_is_given_by_its_own_rule_and_what_is_as_it_was_is_put_back(
    town: Town, comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    clara_is, samir_is = (account(town, f"{who}@puertoclaro.example") for who in ("clara", "samir"))
    works = permit(comes_as("nour"))
    [his] = copies(town, asked, 1, assignee=samir_is)
    [shut] = copies(town, asked, 1, closed_at=town.clock.now(), outcome="granted")
    [street] = copies(town, asked, 1, department="streets")
    chosen = [asked, works, his, shut, street, "VC-0000-0000", asked, "<script>"]
    done = do(clara, kind="give", to=str(samir_is), words="Please go on with these.", cases=chosen)
    page = clara.get(done).text
    assert "Done with 2 of 4 cases" in words(page)
    assert "Given to Samir Benali" in words(page)
    assert results(page) == {
        asked: "Done",
        works: "Done",
        his: "Nothing to do: it was so already",
        shut: "Not done: the case is closed",
    }
    assert (holder(town, asked), holder(town, works), holder(town, street)) == (samir_is, samir_is, None)
    samir = comes_as("samir")
    for reference in (asked, works):
        assert "Please go on with these." in samir.get(f"/en/desk/cases/{reference}").text
    assert set(listed(samir.get("/en/desk/cases?turn=given").text)) == {asked, works}
    assert samir.get(done).status_code == 404
    assert samir.submit(f"/en/desk/cases/{asked}", to=done).status_code == 404
    town.clock.move(timedelta(seconds=2))
    case = f"/en/desk/cases/{works}"
    assert samir.submit(case, {"text": "We look."}, to=f"{case}/messages").status_code == 303
    assert clara.submit(done).status_code == 303
    undone = results(clara.get(done).text, column=2)
    assert undone == {asked: "Put back", works: "Left as it is: something was done with it since", his: "", shut: ""}
    assert (holder(town, asked), holder(town, works)) == (None, samir_is)
    assert "Please go on" not in clara.get(f"/en/desk/cases/{asked}").text
    assert "Please go on" in clara.get(case).text
    assert clara.submit(case, to=done).status_code == 409
    assert do(clara, kind="take", cases=[asked])
    assert holder(town, asked) == clara_is


def test_all_that_the_page_listed_are_done_and_none_that_came_after(
    town: Town, amina: Client, clara: Client, asked: str
) -> None:
    more = copies(town, asked, 2)
    page = clara.get(f"{NEW}?tab=nobody&service=birth_certificate").text
    assert "3 cases" in words(page)
    shown = re.findall(r'name="listed" value="([^"]+)"', page)
    assert shown == [asked, *more]
    new = certificate(amina)
    done = do(clara, kind="note", words="Ask the register.", which="all", listed=shown)
    assert set(results(clara.get(done).text).values()) == {"Done"}
    assert "Ask the register." in clara.get(f"/en/desk/cases/{asked}").text
    assert "Ask the register." not in clara.get(f"/en/desk/cases/{new}").text
    town.clock.move(timedelta(minutes=61))
    assert "Take it back" not in clara.get(done).text
    late = clara.submit(f"/en/desk/cases/{asked}", to=done)
    assert (late.status_code, "more than an hour ago" in late.text) == (409, True)


@pytest.mark.databases("sqlite")
def test_what_is_missing_is_said_and_nothing_is_done(town: Town, clara: Client, asked: str) -> None:
    before = case_of(town, asked)
    tomas = str(account(town, "tomas@puertoclaro.example"))
    good = {"kind": "give", "to": str(account(town, "samir@puertoclaro.example")), "which": "ticked", "cases": asked}
    for wrong, sentence in (
        ({"kind": ""}, "Choose what to do with the cases."),
        ({"kind": "decide"}, "Choose what to do with the cases."),
        ({"to": ""}, "Choose a colleague."),
        ({"to": tomas}, "Choose a colleague."),
        ({"which": ""}, "Choose which cases."),
        ({"cases": []}, "Tick at least one case."),
        ({"kind": "note"}, "Write the note."),
        ({"words": "x" * 5001}, "This text is too long."),
    ):
        answer = clara.submit(NEW, {**good, **wrong})
        assert (answer.status_code, sentence in answer.text) == (422, True), wrong
        assert case_of(town, asked) == before
    copies(town, asked, 200)
    page = words(clara.get(NEW).text)
    assert "200 cases" in page
    assert "These are the first 200" in page
    nothing = words(clara.get(do(clara, kind="take", cases=["VC-0000-0000"])).text)
    assert "None of these cases is yours to work on. Nothing was changed." in nothing
