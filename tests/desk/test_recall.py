"""Within the recall time a decision or a message is taken back; of two who decide at once one does."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest

from app.cases import contents
from app.kit import db
from app.kit.towns import Town
from tests.cast import BY_KEY
from tests.desk.cases import case_of, words
from tests.desk.test_decision import RECALL, hear, press
from tests.towns import Client


def decisions(town: Town, reference: str) -> list[Any]:
    case = case_of(town, reference)
    with db.read(town) as unit:
        return contents.decisions(unit, case.id)


def test_a_decision_is_recalled_before_it_is_told_and_another_one_follows(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, asked: str
) -> None:
    press(clara, asked, "grant", reasons=["entry_found"])
    case, page = f"/en/desk/cases/{asked}", f"/en/desk/cases/{asked}/recall"
    assert f'href="{page}"' in clara.get(case).text
    assert "The entry of the birth is in our register." in words(clara.get(page).text)
    assert clara.submit(page).status_code == 303
    assert "The decision was recalled before it was told" in words(clara.get(case).text)
    town.clock.move(RECALL)
    settle()
    assert "Granted" not in words(amina.get(f"/en/cases/{asked}").text)
    assert not [mail for mail in amina.get("/demo/mailbox.json").json() if "decision" in mail["subject"]]
    assert clara.get(page).status_code == 409
    press(clara, asked, "grant")
    town.clock.move(RECALL)
    settle()
    assert case_of(town, asked).outcome == "granted"


@pytest.mark.databases("sqlite")
def test_it_is_recalled_by_whom_it_was_made_or_a_supervisor_and_in_time(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    page = f"/en/desk/cases/{asked}/recall"
    token = clara.token(f"/en/desk/cases/{asked}")
    assert clara.post(page, data={"_token": token}).status_code == 409, "nothing to recall"
    press(clara, asked, "grant")
    assert comes_as("tomas").get(page).status_code == 404
    assert comes_as("samir").submit(page).status_code == 303
    assert not decisions(town, asked)
    press(clara, asked, "grant", text="Again")
    town.clock.move(RECALL)
    late = clara.post(page, data={"_token": token})
    assert late.status_code == 409
    assert "It cannot be recalled any more" in words(late.text)
    settle()
    assert len(decisions(town, asked)) == 1


def test_a_message_is_recalled_before_the_person_can_read_it(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, asked: str
) -> None:
    case = f"/en/desk/cases/{asked}"
    clara.submit(case, {"text": "To the wrong person"}, to=f"{case}/messages")
    clara.submit(case, {"text": "To the right one"}, to=f"{case}/messages")
    first, second = re.findall(r'href="([^"]+/messages/[^"]+/recall)"', clara.get(case).text)
    assert "To the wrong person" in words(clara.get(first).text)
    assert clara.submit(first).status_code == 303
    assert clara.post(first, data={"_token": clara.token(case)}).status_code == 303, "pressed twice"
    said = words(clara.get(case).text)
    assert "Recalled. The person never got it." in said
    town.clock.move(RECALL)
    settle()
    assert "To the right one" in words(amina.get(f"/en/cases/{asked}").text)
    assert "To the wrong person" not in words(amina.get(f"/en/cases/{asked}").text)
    told = [mail for mail in amina.get("/demo/mailbox.json").json() if "the office wrote" in mail["subject"]]
    assert len(told) == 1
    assert clara.get(second).status_code == 409


def test_of_two_clerks_who_decide_at_once_one_does_and_the_other_hears_who_it_was(
    town: Town, amina: Client, clara: Client, comes_as: Callable[..., Client], asked: str
) -> None:
    hear(clara, amina, asked)
    ruth = Client(town).sign_in(BY_KEY["clara"].key)
    samir = comes_as("samir")
    ways = {ruth: "grant", clara: "refuse"}
    tokens = {one: one.token(f"/en/desk/cases/{asked}/steps/{way}") for one, way in ways.items()}
    together = Barrier(len(ways))

    def decide(one: Client) -> Any:
        together.wait()
        data = {"_token": tokens[one], "reasons": "entry_not_found" if ways[one] == "refuse" else "entry_found"}
        return one.post(f"/en/desk/cases/{asked}/steps/{ways[one]}", data=data)

    with ThreadPoolExecutor(len(ways)) as pool:
        answers = list(pool.map(decide, ways))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert "Clara Montes has decided on this case already." in words(refused.text)
    assert len(decisions(town, asked)) == 1
    ruth.close()
    assert samir.get(f"/en/desk/cases/{asked}/recall").status_code == 200


@pytest.mark.parametrize("how", ["withdrawn", "decided"])
def test_a_decision_on_what_is_settled_is_refused_in_exact_words(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client], amina: Client, asked: str, how: str
) -> None:
    clara, late = comes_as("clara"), comes_as("clara")
    page = f"/en/desk/cases/{asked}/steps/grant"
    token = late.token(page)
    if how == "withdrawn":
        assert amina.submit(f"/en/cases/{asked}/withdrawal").status_code == 303
        words_of_it = "The person took the request back on"
    else:
        press(clara, asked, "grant")
        town.clock.move(timedelta(minutes=11))
        settle()
        words_of_it = "Clara Montes has decided on this case already, and the person was told on"
    answer = late.post(page, data={"_token": token, "reasons": "entry_found"})
    assert answer.status_code == 409
    assert words_of_it in words(answer.text)
    assert len(decisions(town, asked)) == (how == "decided")
