"""Absence: the cases go to a stand-in and come back; never in a circle, never to somebody of another department."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete

from app.cases import absences
from app.cases.models import CaseFile
from app.identity import accounts
from app.identity.models import StaffRole
from app.kit import db
from app.kit.schedules import Tick
from app.kit.towns import Town
from tests.desk.cases import case_of, copies, permit, words
from tests.towns import Client

ABSENCES = "/en/desk/absences"
EVE = "eve@puertoclaro.example"


@pytest.fixture
def clerks(town: Town) -> dict[str, UUID]:
    """Clara, Samir, and Eve, who works in the civil registry only."""
    with db.write(town) as unit:
        eve = accounts.make(unit, EVE, "en", "Eve Ortega")
        accounts.appoint(unit, eve, "civil_registry", "clerk")
    return {who: account(town, f"{who}@puertoclaro.example") for who in ("clara", "samir", "eve", "tomas")}


def account(town: Town, email: str) -> UUID:
    with db.read(town) as unit:
        found = accounts.by_email(unit, email)
    assert found is not None
    return found


def day(name: str, town: Town, ahead: int) -> dict[str, str]:
    """A day so far ahead, in its three inputs."""
    found = (town.clock.now() + timedelta(days=ahead)).date()
    return {f"{name}.{part}": str(getattr(found, part)) for part in ("day", "month", "year")}


def away(clerk: Client, town: Town, who: UUID, stand_in: UUID, first: int, last: int) -> Any:
    """Record an absence from so many days ahead until so many."""
    given = {"who": str(who), "stand_in": str(stand_in), **day("first", town, first), **day("last", town, last)}
    return clerk.submit(ABSENCES, given)


def pass_days(town: Town, settle: Callable[..., int], days: int) -> None:
    """So many days later, with what the schedules do then."""
    town.clock.move(timedelta(days=days))
    with db.write(town) as unit:
        absences.tick(unit, Tick(unit.now))
    settle()


def test_cases_go_to_the_stand_in_and_come_back(
    town: Town, clara: Client, settle: Callable[..., int], clerks: dict[str, UUID], asked: str
) -> None:
    clara_is, samir_is = clerks["clara"], clerks["samir"]
    case = f"/en/desk/cases/{asked}"
    clara.submit(case, {"assignee": str(clara_is)}, to=f"{case}/assignment")
    assert clara.submit(f"{case}/tasks", {"what": "Ring the register", "who": str(clara_is)}).status_code == 303
    [kept, shut] = copies(town, asked, 2, assignee=clara_is)
    assert away(clara, town, clara_is, samir_is, 2, 6).status_code == 303
    assert case_of(town, asked).assignee == clara_is
    pass_days(town, settle, 2)
    assert {case_of(town, each).assignee for each in (asked, kept, shut)} == {samir_is}
    samir = Client(town).sign_in("samir")
    assert "With the stand-in of a clerk who is away" in samir.get(case).text
    assert "Clara Montes (away until" in words(samir.get(case).text)
    task = f"Your tasks Ring the register Tasks, {asked}"
    assert f"{task} · For Clara Montes , who is away" in words(samir.get("/en/desk").text)
    [late] = copies(town, asked, 1, assignee=clara_is)
    with db.write(town) as unit:
        moved = db.table(CaseFile)
        db.change(unit, moved.update().where(moved.c.reference == kept).values(assignee=clerks["eve"]))
        db.change(unit, moved.update().where(moved.c.reference == shut).values(closed_at=unit.now))
    pass_days(town, settle, 0)
    assert case_of(town, late).assignee == samir_is
    pass_days(town, settle, 5)
    assert {each: case_of(town, each).assignee for each in (asked, late, kept, shut)} == {
        asked: clara_is,
        late: clara_is,
        kept: clerks["eve"],
        shut: samir_is,
    }
    assert "Back with the clerk who was away" in clara.sign_in("clara").get(case).text
    back = words(clara.get("/en/desk").text)
    assert task in back and "who is away" not in back
    assert "Your tasks" not in words(samir.sign_in("samir").get("/en/desk").text)
    samir.close()


def test_a_stand_in_who_is_away_too_passes_on_and_everything_finds_its_way_back(
    town: Town, comes_as: Callable[..., Client], settle: Callable[..., int], clerks: dict[str, UUID], asked: str
) -> None:
    """Clara is away and Eve stands in; then Eve is away, and Samir stands in; Clara comes back before Eve."""
    samir = comes_as("samir")
    clara_is, eve_is, samir_is = clerks["clara"], clerks["eve"], clerks["samir"]
    [hers] = copies(town, asked, 1, assignee=clara_is)
    [eves] = copies(town, asked, 1, assignee=eve_is)
    [works] = copies(town, asked, 1, assignee=clara_is, department="works")
    assert away(samir, town, clara_is, eve_is, 0, 5).status_code == 303
    assert away(samir, town, eve_is, samir_is, 3, 9).status_code == 303
    assert (case_of(town, hers).assignee, case_of(town, works).assignee) == (eve_is, None)
    pass_days(town, settle, 3)
    assert {case_of(town, each).assignee for each in (hers, eves)} == {samir_is}
    pass_days(town, settle, 3)
    assert (case_of(town, hers).assignee, case_of(town, eves).assignee) == (clara_is, samir_is)
    assert case_of(town, works).assignee == clara_is
    pass_days(town, settle, 4)
    assert (case_of(town, hers).assignee, case_of(town, eves).assignee) == (clara_is, eve_is)


def test_where_the_stand_in_does_not_work_nobody_has_the_cases_and_the_supervisor_hears_of_it(
    town: Town, clara: Client, comes_as: Callable[..., Client], settle: Callable[..., int], clerks: dict[str, UUID]
) -> None:
    reference, shared = permit(comes_as("amina")), permit(comes_as("amina"))
    case, place = f"/en/desk/cases/{reference}", f"/en/desk/cases/{shared}"
    for each in (case, place):
        clara.submit(each, {"assignee": str(clerks["clara"])}, to=f"{each}/assignment")
    [shut] = copies(town, reference, 1, assignee=clerks["clara"])
    assert away(clara, town, clerks["clara"], clerks["eve"], 1, 5).status_code == 303
    said = "The stand-in does not work in: Works and planning. Meanwhile nobody has the cases there"
    assert said in words(clara.get(ABSENCES).text)
    pass_days(town, settle, 1)
    pass_days(town, settle, 0)
    assert {case_of(town, each).assignee for each in (reference, shared, shut)} == {None}
    samir = comes_as("samir")
    told = [mail for mail in samir.get("/demo/mailbox.json").json() if "cases have nobody" in mail["subject"]]
    assert [mail["to"] for mail in told] == ["samir@puertoclaro.example"], "once, and not for each case"
    queue = "/en/desk/cases?tab=nobody&department=works"
    assert queue.partition("/en")[2] in told[0]["text"]
    assert reference in samir.get(queue).text
    assert "With nobody: a clerk is away, and the stand-in does not work in this department" in samir.get(case).text
    assert samir.submit(place, {"assignee": str(clerks["samir"])}, to=f"{place}/assignment").status_code == 303
    pass_days(town, settle, 5)
    found = [case_of(town, each).assignee for each in (reference, shared, shut)]
    assert found == [clerks["clara"], clerks["samir"], clerks["clara"]]


def test_who_comes_back_earlier_has_the_cases_at_once(
    town: Town, clara: Client, comes_as: Callable[..., Client], clerks: dict[str, UUID], asked: str
) -> None:
    [mine] = copies(town, asked, 1, assignee=clerks["clara"])
    assert away(clara, town, clerks["clara"], clerks["samir"], 0, 5).status_code == 303
    assert case_of(town, mine).assignee == clerks["samir"]
    page = clara.get(ABSENCES).text
    assert "Away now" in page
    [end] = re.findall(rf'action="({ABSENCES}/[^"]+)"', page)
    dan = comes_as("dan")
    assert dan.submit("/en/drafts", to=end).status_code == 404
    assert clara.submit(ABSENCES, to=end).status_code == 303
    assert case_of(town, mine).assignee == clerks["clara"]
    assert "Nobody is away." in clara.get(ABSENCES).text
    assert clara.submit(ABSENCES, to=end).status_code == 404


@pytest.mark.databases("sqlite")
def test_what_cannot_be_is_refused_and_said(
    town: Town, clara: Client, comes_as: Callable[..., Client], clerks: dict[str, UUID]
) -> None:
    samir, clara_is, samir_is, eve_is = comes_as("samir"), clerks["clara"], clerks["samir"], clerks["eve"]
    same = "Choose somebody who works in the same department now."
    for (who, stand_in, first, last), sentence in {
        (clara_is, clara_is, 1, 2): "Nobody stands in for themselves.",
        (clara_is, clerks["tomas"], 1, 2): "Choose who stands in.",
        (samir_is, eve_is, 1, 2): "Choose who is away.",
        (clara_is, samir_is, 3, 2): "The last day is before the first.",
        (clara_is, samir_is, -3, -2): "The last day is over.",
        (clara_is, samir_is, 1, 400): "Record at most one year",
    }.items():
        answer = away(clara, town, who, stand_in, first, last)
        assert (answer.status_code, sentence in answer.text) == (422, True), sentence
    wrong = {"who": str(clara_is), "stand_in": str(samir_is), **day("first", town, 1), "first.month": "13"}
    assert "Write the month as a number from 1 to 12." in clara.submit(ABSENCES, wrong).text
    with db.write(town) as unit:
        accounts.appoint(unit, clerks["tomas"], "works", "clerk")
    assert same in away(samir, town, eve_is, clerks["tomas"], 1, 2).text
    assert away(clara, town, clara_is, samir_is, 10, 20).status_code == 303
    assert "An absence is recorded for some of these days already." in away(clara, town, clara_is, eve_is, 20, 22).text
    with db.write(town) as unit:
        roles = db.table(StaffRole)
        db.change(unit, delete(roles).where(roles.c.account_id == eve_is))
    assert "Choose who stands in." in away(clara, town, clara_is, eve_is, 30, 32).text


@pytest.mark.databases("sqlite")
def test_a_circle_of_stand_ins_is_refused_by_names_and_days(
    town: Town, comes_as: Callable[..., Client], clerks: dict[str, UUID]
) -> None:
    samir, clara_is, samir_is, eve_is = comes_as("samir"), clerks["clara"], clerks["samir"], clerks["eve"]
    assert away(samir, town, clara_is, samir_is, 10, 20).status_code == 303
    assert away(samir, town, eve_is, clara_is, 12, 18).status_code == 303
    refused = away(samir, town, samir_is, eve_is, 15, 30)
    assert refused.status_code == 422
    assert "Samir Benali, Eve Ortega, Clara Montes" in words(refused.text)
    assert "This would be a circle from" in refused.text
    assert away(samir, town, samir_is, eve_is, 19, 30).status_code == 303
    assert "Samir Benali, Clara Montes" not in samir.get(ABSENCES).text


def test_a_circle_is_not_made_by_two_who_record_at_the_same_moment(
    town: Town, comes_as: Callable[..., Client], clerks: dict[str, UUID]
) -> None:
    ways = {comes_as("clara"): ("clara", "samir"), comes_as("samir"): ("samir", "clara")}
    tokens = {client: client.token(ABSENCES) for client in ways}
    together = Barrier(len(ways))

    def record(client: Client) -> Any:
        who, stand_in = (str(clerks[key]) for key in ways[client])
        days = {**day("first", town, 10), **day("last", town, 20)}
        together.wait()
        return client.post(ABSENCES, data={"_token": tokens[client], "who": who, "stand_in": stand_in, **days})

    with ThreadPoolExecutor(len(ways)) as pool:
        answers = list(pool.map(record, ways))
    assert sorted(answer.status_code for answer in answers) == [303, 422]
    refused = next(answer for answer in answers if answer.status_code == 422)
    assert "This would be a circle from" in refused.text


@pytest.mark.databases("sqlite")
def test_a_case_is_handed_over_with_a_note(town: Town, clara: Client, clerks: dict[str, UUID], asked: str) -> None:
    case = f"/en/desk/cases/{asked}"
    given = {"assignee": str(clerks["samir"]), "words": "She called about it twice."}
    assert clara.submit(case, given, to=f"{case}/assignment").status_code == 303
    page = words(clara.get(case).text)
    assert "Handed over to a clerk, with a note" in page
    assert "She called about it twice." in page
    assert case_of(town, asked).assignee == clerks["samir"]
    again = clara.submit(case, given, to=f"{case}/assignment")
    assert (again.status_code, "Choose who has the case next" in again.text) == (422, True)
