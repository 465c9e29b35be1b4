"""When the recall time is over there is only a correction: it names what it replaces, and the old words stay."""

import re
from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.desk.cases import case_of, opened, words
from tests.desk.test_decision import RECALL, hear, press
from tests.towns import Client

Settle = Callable[..., int]


@pytest.fixture
def refused(town: Town, settle: Settle, amina: Client, clara: Client, asked: str) -> str:
    """A certificate that was refused after a hearing, as she knows."""
    hear(clara, amina, asked)
    press(clara, asked, "refuse", reasons=["entry_not_found"])
    town.clock.move(RECALL)
    settle()
    return asked


def documents(client: Client, reference: str) -> list[str]:
    """The addresses of her documents, the newest first; what waits to be opened is opened."""
    case = f"/en/cases/{reference}"
    if f"{case}/notifications/" in client.get(case).text:
        opened(client, reference)
    return re.findall(rf'href="(/en/cases/{reference}/documents/[^"]+)"', client.get(f"/en/cases/{reference}").text)


def code(client: Client, document: str) -> str:
    return re.findall(r'<bdi class="proof-code">([^<]+)</bdi>', client.get(document).text)[-1]


def test_a_refusal_is_a_document_with_reasons_and_remedy(amina: Client, refused: str) -> None:
    [letter] = set(documents(amina, refused))
    said = words(amina.get(letter).text)
    for sentence in (
        "Resolución", "Decision", "Not granted", "Clara Montes", refused,
        "We looked for the entry of the birth in our register. It is not there.",
        "Write to the mayor of Puerto Claro within 1 month. The time begins on the day after",
    ):  # fmt: skip
        assert sentence in said, sentence


def test_a_refusal_becomes_a_grant_and_the_old_one_says_what_replaced_it(
    town: Town, settle: Settle, amina: Client, clara: Client, refused: str
) -> None:
    [old] = set(documents(amina, refused))
    before = code(amina, old)
    page = f"/en/desk/cases/{refused}/correction/grant"
    assert "Correct: Issue the certificate" in words(clara.get(f"/en/desk/cases/{refused}").text)
    assert "Give a reason" in problems(clara.submit(page).text)
    assert clara.submit(page, {"reasons": "entry_found"}).status_code == 303
    assert case_of(town, refused).outcome == "refused", "the person is not told yet"
    assert clara.get(page).status_code == 409
    town.clock.move(RECALL)
    settle()
    assert case_of(town, refused).outcome == "granted"
    assert "Granted" not in words(amina.get(f"/en/cases/{refused}").text), "the correction waits to be opened"
    said = opened(amina, refused)
    for sentence in ("Granted", "The decision was corrected", "Replaced: Not granted", "It is not there."):
        assert sentence in said, sentence
    new, _ = dict.fromkeys(documents(amina, refused))
    after = code(amina, new)
    assert after != before
    assert "This document is no longer valid" in words(amina.get(old).text)
    assert "This document is no longer valid" not in words(amina.get(new).text)
    checked = words(amina.submit("/en/check", {"code": before}).text)
    assert "it was replaced on" in checked
    assert after in checked
    assert "This receipt is ours" in words(amina.submit("/en/check", {"code": after}).text)
    told = [mail for mail in amina.get("/demo/mailbox.json").json() if "a notification waits" in mail["subject"]]
    assert len(told) == 2, "one for each decision"
    assert "Corrected the decision on your case" in words(amina.get("/en/me/looks").text)


@pytest.mark.databases("sqlite")
def test_a_correction_can_be_recalled_and_takes_nothing_away(
    town: Town, settle: Settle, comes_as: Callable[..., Client], amina: Client, clara: Client, asked: str
) -> None:
    page = f"/en/desk/cases/{asked}/correction"
    assert clara.get(f"{page}/grant").status_code == 409, "nothing was told yet"
    hear(clara, amina, asked)
    press(clara, asked, "grant", reasons=["entry_found"])
    town.clock.move(RECALL)
    settle()
    wrong = clara.get(f"{page}/refuse")
    assert wrong.status_code == 409
    assert "A correction cannot take away what was granted" in words(wrong.text)
    assert comes_as("tomas").get(f"{page}/grant").status_code == 404
    assert clara.submit(f"{page}/grant", {"text": "Entry of 1985, not 1986."}).status_code == 303
    assert clara.submit(f"/en/desk/cases/{asked}/recall").status_code == 303
    town.clock.move(RECALL)
    settle()
    assert "Entry of 1985" not in amina.get(f"/en/cases/{asked}").text
    assert clara.submit(f"{page}/grant", {"text": "Entry of 1985, not 1986."}).status_code == 303
    town.clock.move(RECALL)
    settle()
    assert "Entry of 1985" in opened(amina, asked)


def test_a_message_is_written_again_and_the_old_one_is_marked(
    town: Town, settle: Settle, amina: Client, clara: Client, asked: str
) -> None:
    case = f"/en/desk/cases/{asked}"
    clara.submit(case, {"text": "Come on Monday"}, to=f"{case}/messages")
    assert "Correct this message" not in words(clara.get(case).text)
    town.clock.move(RECALL)
    settle()
    [page] = re.findall(r'href="([^"]+/messages/[^"]+/correction)"', clara.get(case).text)
    assert "Come on Monday" in clara.get(page).text
    assert "Write what is right." in problems(clara.submit(page, {"text": " "}).text)
    assert clara.submit(page, {"text": "Come on Tuesday"}).status_code == 303
    assert clara.get(page).status_code == 409, "it is corrected already"
    assert "Corrected by a later message." not in words(amina.get(f"/en/cases/{asked}").text)
    town.clock.move(RECALL)
    settle()
    said = words(amina.get(f"/en/cases/{asked}").text)
    for sentence in ("Come on Monday", "Corrected by a later message.", "Come on Tuesday", "This corrects an earlier"):
        assert sentence in said, sentence
