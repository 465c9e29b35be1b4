"""Two cases that are one: merged, told, reached from the one that goes on, and taken apart again."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app import catalogue
from app.cases.merging.models import CaseMerger
from app.cases.rights.models import Appeal
from app.cases.timers import stream
from app.codesign import standing
from app.commands.figures import recount
from app.kit import db
from app.kit.jobs import Job
from app.kit.towns import Town
from tests.applying import pickup
from tests.desk.cases import case_of, copies, listed, permit, words
from tests.desk.merging import merge, samir, two
from tests.desk.test_queue import account
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
__all__ = ["samir", "two"]


def parting(clerk: Client, kept: str) -> str:
    """The way on the page of a case that takes the two apart."""
    return re.findall(r'href="(/en/desk/cases/[^"]+/mergers/[^"]+)"', clerk.get(f"/en/desk/cases/{kept}").text)[0]


def timers(town: Town, reference: str) -> list[tuple[Any, ...]]:
    job, of_case = db.table(Job).c, stream(case_of(town, reference).id)
    with db.read(town) as unit:
        rows = db.rows(unit, select(job.name, job.run_at, job.args).where(job.stream == of_case).order_by(job.run_at))
    return [tuple(row) for row in rows]


def figures(client: Client) -> str:
    return str(client.get("/en/desk/figures.csv").text).splitlines()[-1]


def told(client: Client, about: str) -> list[dict[str, Any]]:
    return [mail for mail in client.get("/demo/mailbox.json").json() if about in mail["subject"]]


def test_two_cases_of_one_person_become_one_and_two_again(
    town: Town, settle: Settle, amina: Client, clara: Client, samir: Client, two: tuple[str, str]
) -> None:
    first, second = two
    there = f"/en/desk/cases/{second}"
    assert amina.submit(f"/en/cases/{second}", {"text": "The wall is 3 m."}, to=f"/en/cases/{second}/messages")
    assert clara.submit(there, {"note": "The same wall?"}, to=f"{there}/notes").status_code == 303
    task = {"what": "Measure the wall", "who": str(account(town, "clara@puertoclaro.example")), "until": ""}
    assert clara.submit(f"{there}/tasks", task).status_code == 303
    settle()
    before, ticking = case_of(town, second), timers(town, second)
    assert ticking
    assert f"Perhaps this was sent twice {second} · Merge them" in words(clara.get(f"/en/desk/cases/{first}").text)
    asked = words(clara.get(f"{there}/mergers?other={first}").text)
    assert f"This one goes on {first}" in asked
    assert f"{second} stops. Its messages, notes, tasks and papers stand in {first}." in asked
    for _ in range(2):
        assert merge(clara, second, first).headers["location"] == f"/en/desk/cases/{first}?said=cases_merged"
    settle()
    assert (case_of(town, second).outcome, timers(town, second)) == ("merged", [])
    [mail] = told(amina, "one case now")
    assert first in mail["subject"] and second in mail["text"]
    hers, old = words(amina.get(f"/en/cases/{first}").text), words(amina.get(f"/en/cases/{second}").text)
    assert f"This request of yours goes on here: {second}" in hers
    for sentence in (f"It goes on as {first}.", f"It goes on in this case: {first}", "The wall is 3 m."):
        assert sentence in old
    assert "Write to the office" not in old
    receipt = words(amina.get(f"/en/cases/{second}/receipt").text)
    code = re.search(r"([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})", receipt)
    assert code is not None
    assert f"It goes on as case {first}." in words(amina.submit("/en/check", {"code": code[1]}).text)
    desk = words(clara.get(f"/en/desk/cases/{first}").text)
    for sentence in (
        f"Merged into it: {second}",
        "The wall is 3 m.",
        "The same wall?",
        "Tasks: 1 open",
        "Another case was merged into it",
    ):
        assert sentence in desk, sentence
    assert f"From {second}" in words(clara.get(f"/en/desk/cases/{first}/tasks").text)
    assert f"Measure the wall Tasks, {second}" in words(clara.get("/en/desk").text)
    for part in ("department=works", "turn=answered"):
        assert listed(clara.get(f"/en/desk/cases?{part}").text) == [first], part
    assert f"It goes on in this case: {first}" in words(clara.get(there).text)
    late = clara.submit(there, {"text": "Fine."}, to=f"{there}/steps/grant")
    assert f"This case was merged into {first} on" in words(late.text)
    assert "Made one case of two" in words(amina.get("/en/me/looks").text)
    assert recount(town) == 0

    apart = parting(clara, first)
    assert f"This one goes on by itself again {second}" in words(clara.get(apart).text)
    town.clock.move(timedelta(minutes=1))
    for _ in range(2):
        assert clara.submit(there, to=apart).status_code == 303
    settle()
    after = case_of(town, second)
    assert after._replace(touched_at=before.touched_at) == before
    assert timers(town, second) == ticking
    assert len(told(amina, "two cases again")) == 1
    assert "Merged into it" not in words(clara.get(f"/en/desk/cases/{first}").text)
    assert sorted(listed(clara.get("/en/desk/cases?department=works").text)) == sorted(two)
    assert "These two are taken apart already." in words(samir.submit(there, to=apart).text)
    assert recount(town) == 0


def test_a_merged_case_is_counted_once(town: Town, settle: Settle, amina: Client, clara: Client, samir: Client) -> None:
    made = [permit(amina)]
    made += [permit(amina) for _ in range(5)]
    settle()
    page = words(samir.get("/en/desk/figures").text)
    assert "Online 6" in page
    assert merge(clara, made[0], made[1]).status_code == 303
    settle()
    assert "Online 5" in words(samir.get("/en/desk/figures").text)
    assert recount(town) == 0
    assert "Online 5" in words(samir.get("/en/desk/figures").text)
    assert clara.submit(parting(clara, made[0])).status_code == 303
    settle()
    assert "Online 6" in words(samir.get("/en/desk/figures").text)


def test_two_applicants_are_told_and_neither_sees_what_is_the_others(
    town: Town, settle: Settle, comes_as: Comes, samir: Client
) -> None:
    nour, guest, dan = comes_as("nour"), comes_as(), comes_as("dan")
    first = pickup(nour, "nour@puertoclaro.example")
    town.clock.move(timedelta(minutes=1))
    second = pickup(guest, "neighbour@example.org", spot={"spot": "Zyxcanary beside the door"})
    case = f"/en/desk/cases/{second}"
    assert "learns nothing of the other one" in words(samir.get(f"{case}/mergers?other={first}").text)
    assert merge(samir, second, first).status_code == 303
    settle()
    mine, others = mails.to(nour, "nour@puertoclaro.example")[0], mails.to(nour, "neighbour@example.org")[0]
    assert (first in mine["text"], second in mine["text"] + mine["subject"]) == (True, False)
    assert (second in others["text"], first in others["text"] + others["subject"]) == (True, False)
    hers, old = words(nour.get(f"/en/cases/{first}").text), words(guest.get(f"/en/cases/{second}").text)
    assert "Another request for the same was added" in hers
    assert second not in hers and "Zyxcanary" not in hers
    assert "We handle it together with what somebody else asked for." in old
    assert first not in old
    assert guest.get(f"/en/cases/{first}").status_code != 200
    assert nour.get(f"/en/cases/{second}").status_code == dan.get(f"/en/cases/{second}").status_code == 404
    asked = guest.submit(f"/en/cases/{second}", {"text": "Is it today?"}, to=f"/en/cases/{second}/messages")
    assert asked.status_code == 303
    desk = words(samir.get(f"/en/desk/cases/{first}").text)
    assert "Zyxcanary" in desk and "Is it today?" in desk and "There is a message in a merged case" in desk
    assert "Is it today?" not in nour.get(f"/en/cases/{first}").text
    assert nour.submit(f"/en/cases/{first}/withdrawal").status_code == 303
    settle()
    assert (case_of(town, second).closed_at, case_of(town, second).state) == (None, "booked")
    assert "It goes on by itself" in mails.to(nour, "neighbour@example.org")[0]["text"]


def test_when_it_is_done_both_applicants_hear_it(town: Town, settle: Settle, comes_as: Comes, samir: Client) -> None:
    nour, guest = comes_as("nour"), comes_as()
    first = pickup(nour, "nour@puertoclaro.example")
    second = pickup(guest, "neighbour@example.org")
    assert merge(samir, first, second).status_code == 303
    for _ in range(2):
        town.clock.move(timedelta(days=20))
        settle()
    assert case_of(town, first).outcome == "done"
    assert f"{second}: it is done" in [mail["subject"] for mail in mails.to(nour, "neighbour@example.org")]
    page = samir.sign_in("samir").get(f"/en/desk/cases/{first}").text
    assert "Take them apart" not in page


@pytest.mark.databases("sqlite")
def test_what_stands_alone_is_not_merged_and_says_why(
    town: Town, amina: Client, clara: Client, comes_as: Comes, asked: str
) -> None:
    now, clara_is = town.clock.now(), account(town, "clara@puertoclaro.example")
    works = permit(amina)
    nours = permit(comes_as("nour"))
    granted = permit(amina)
    sent = clara.submit(f"/en/desk/cases/{granted}/steps/grant", {"text": "Fine."})
    assert sent.status_code == 303, sent.text

    def other(like: str, **changes: Any) -> str:
        return copies(town, like, 1, **changes)[0]

    appeal = other(works)
    itself, about = case_of(town, appeal).id, case_of(town, granted).id
    with db.write(town) as unit:
        badge = catalogue.service(unit, "disabled_parking_badge")
        db.add(unit, Appeal, id=itself, first_id=about, at=unit.now)
    assert badge is not None
    for wrong, sentence in (
        ("", "Write the reference of the other case."),
        (works, "This is the case itself."),
        ("VC-0000-0000", "There is no case of your departments with this reference."),
        (other(works, department="streets"), "There is no case of your departments with this reference."),
        (asked, "are with different departments. Link them instead."),
        (other(works, service="birth_certificate"), "are about different services. Link them instead."),
        (other(works, closed_at=now, outcome="withdrawn"), "What was taken back is not merged."),
        (other(works, closed_at=now, outcome="abandoned"), "What is closed is not merged."),
        (granted, f"{granted} is decided already."),
        (other(works, version=badge.version_id), "Confidential cases are not merged."),
        (other(works, service=standing.SERVICE), "is looked after on a page of its own."),
        (appeal, f"{appeal} belongs to an appeal."),
        (other(works, state="to_prove"), "Nobody has shown yet who sent"),
        (other(works, helper_id=clara_is), "Cases sent by a mandate are not merged."),
        (nours, "have two applicants, and each has a right to a decision."),
    ):
        answer = merge(clara, works, wrong)
        assert answer.status_code in (409, 422), wrong
        assert sentence in words(answer.text), (wrong, words(answer.text))
    with db.read(town) as unit:
        assert not db.rows(unit, select(db.table(CaseMerger)))
    seen = words(clara.get(f"/en/desk/cases/{works}/mergers?other={nours}").text)
    assert "These two are not merged" in seen and "Link them instead." in seen and "What happens" not in seen
