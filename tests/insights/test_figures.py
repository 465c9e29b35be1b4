"""The figures of the year: who sees them, what they say, and that they can be counted again."""

import csv
import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from sqlalchemy import delete, update

from app.cases.events import CaseClosed, CaseReceived
from app.cases.models import CaseFile
from app.commands.figures import recount
from app.insights.models import CaseFigure
from app.kit import db, events
from app.kit.towns import Town
from tests.applying import certificate
from tests.days import today
from tests.desk.cases import case_of, copies, words
from tests.towns import Client

PAGE = "/en/desk/figures"
Comes = Callable[..., Client]
Settle = Callable[..., int]


@pytest.fixture
def samir(comes_as: Comes) -> Client:
    return comes_as("samir")


@pytest.fixture
def busy(town: Town, comes_as: Comes, settle: Settle) -> list[str]:
    """Twelve certificates that came in this month; ten were granted, two of them late."""
    like = certificate(comes_as("amina"))
    made = [like, *copies(town, like, 11)]
    for number, reference in enumerate(made):
        case = case_of(town, reference)
        with db.write(town) as unit:
            if reference != like:
                events.record(unit, CaseReceived(case.id))
            if number >= 2:
                due = today() + timedelta(days=5 if number >= 4 else -1)
                table = db.table(CaseFile)
                ended = {"closed_at": unit.now, "outcome": "granted", "due": due}
                db.change(unit, update(table).where(table.c.id == case.id).values(ended))
                events.record(unit, CaseClosed(case.id))
    settle()
    return made


def this_month(client: Client) -> list[str]:
    """The last line of the file."""
    answer = client.get(f"{PAGE}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(answer.text)))[-1]


def test_a_supervisor_reads_what_came_in_and_went_out(busy: list[str], samir: Client) -> None:
    month = today().replace(day=1).isoformat()
    assert this_month(samir) == [month, "12", "10", "", "0", "0"]
    page = words(samir.get(PAGE).text)
    assert "Figures of the year" in page
    assert re.search(r"Get a birth certificate 12 10 – not shown 0 0", page)
    assert "Online 12" in page


def test_two_late_ones_are_too_few_to_be_told(busy: list[str], samir: Client) -> None:
    assert this_month(samir)[3] == ""


def test_one_service_can_be_chosen(busy: list[str], samir: Client) -> None:
    one = samir.get(f"{PAGE}.csv?service=birth_certificate").text
    other = samir.get(f"{PAGE}.csv?service=building_permit").text
    assert ",12,10," in one
    assert ",12,10," not in other
    assert other.count(",0,0,0,,") == 12


def test_an_unknown_service_is_all_of_them(busy: list[str], samir: Client) -> None:
    assert samir.get(f"{PAGE}.csv?service=../etc").text == samir.get(f"{PAGE}.csv").text


@pytest.mark.parametrize("who", ["clara", "tomas", "dolores", "dan", "amina"])
def test_others_find_no_figures(comes_as: Comes, who: str) -> None:
    for path in (PAGE, f"{PAGE}.csv"):
        assert comes_as(who).get(path).status_code == 404


def test_the_way_there_is_shown_to_those_who_may_go(comes_as: Comes, samir: Client) -> None:
    assert 'href="/en/desk/figures"' in samir.get("/en/desk/cases").text
    assert 'href="/en/desk/figures"' not in comes_as("clara").get("/en/desk/cases").text


def test_they_can_be_counted_again_from_what_happened(
    town: Town, busy: list[str], samir: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    before = this_month(samir)
    assert recount(town) == 0
    table = db.table(CaseFigure)
    first, second = (case_of(town, reference).id for reference in busy[:2])
    with db.write(town) as unit:
        db.change(unit, delete(table).where(table.c.case_id == first))
        db.change(unit, update(table).where(table.c.case_id == second).values(channel="phone"))
    assert this_month(samir) != before
    assert recount(town) == 1
    assert "Cases counted: 12. Missing before: 1. Wrong before: 1." in capsys.readouterr().out
    assert this_month(samir) == before
