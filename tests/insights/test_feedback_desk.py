"""What people said, at the desk: each department reads of its own pages and cases, and few answers are masked."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from app.insights.feedback import giving
from app.insights.feedback.models import Feedback
from app.insights.feedback.queries import Count
from app.insights.feedback.subjects import Subject
from app.insights.feedback.telling import Theirs
from app.kit import db
from app.kit.audit import AuditEntry
from app.kit.towns import Town
from tests.desk.cases import words
from tests.towns import Client

PAGE = "/en/desk/feedback"
Comes = Callable[..., Client]
F = db.table(Feedback)
CERTIFICATE = "Get a birth certificate"


def told(town: Town, page: str, *eases: int, line: str = "") -> None:
    with db.write(town) as unit:
        for ease in eases:
            giving.of_page(unit, page, "en", giving.Given(ease, line))


def of_case(town: Town, step: str, *eases: int, line: str = "") -> None:
    with db.write(town) as unit:
        for ease in eases:
            giving.of_case(unit, "birth_certificate", step, "es", giving.Given(ease, line))


def test_a_department_reads_of_its_own_pages_and_cases_and_the_rest_is_the_webs(town: Town, comes_as: Comes) -> None:
    told(town, "/services/birth-certificate", 5, 5, 4, 2, 1)
    told(town, "/services/market-stall", 3, line="Of the market")
    told(town, "/articles/bins-and-bags", 2, line="Of the bins")
    told(town, "/search", 1, line="Of the search")
    told(town, "", 1, line="Of all of it")
    of_case(town, "applying", 4, line="Zyxcanary gave up twice")
    clara, tomas, vera = (words(comes_as(key).get(PAGE).text) for key in ("clara", "tomas", "vera"))
    assert f"{CERTIFICATE} 5 2 1 0 1 1 Easy" in clara
    assert f"{CERTIFICATE}: The form – not shown" in clara
    assert "Zyxcanary gave up twice" in clara
    assert "Of the search" in clara, "she works where barriers are reported to"
    assert "Of the market" not in clara
    assert "Of the bins" not in clara
    assert "Of the market" in tomas
    assert CERTIFICATE not in tomas
    assert "Of the search" in vera
    assert "All pages of the town" in vera
    assert "Of the market" not in vera
    assert "Zyxcanary" not in vera


@pytest.mark.databases("sqlite")
def test_who_works_for_nobody_is_not_told_and_a_new_desk_has_no_answers(comes_as: Comes) -> None:
    assert comes_as("dan").get(PAGE).status_code == 404
    assert comes_as().get(PAGE).status_code == 303
    assert "No answers yet" in comes_as("clara").get(PAGE).text


@pytest.mark.databases("sqlite")
def test_how_easy_it_was_stands_beside_a_line_only_where_enough_answered(town: Town, comes_as: Comes) -> None:
    clara = comes_as("clara")
    of_case(town, "decision", 1, 1, 1, 1, line="Long")
    lines = clara.get(PAGE).text.partition('<ol class="plain said"')[2].partition("</ol>")[0]
    assert lines.count('<p lang="es-ES" dir="auto">Long</p>') == 4
    assert "Very hard" not in lines
    of_case(town, "decision", 2, line="Long")
    assert "Very hard" in clara.get(PAGE).text.partition('<ol class="plain said"')[2]


@pytest.mark.databases("sqlite")
def test_one_chooses_a_service_with_its_page_and_a_month(town: Town, comes_as: Comes) -> None:
    clara = comes_as("clara")
    told(town, "/services/building-permit", 3, line="Of the permit")
    told(town, "/services/birth-certificate", 4, line="Of the certificate")
    of_case(town, "applying", 4, line="Of the form")
    with db.write(town) as unit:
        last = (unit.today.replace(day=1) - timedelta(days=1)).replace(day=1)
        db.change(unit, update(F).where(F.c.step == "applying").values(month=last))
    one = words(clara.get(PAGE, params={"about": "birth_certificate"}).text)
    assert "Of the certificate" in one
    assert "Of the form" in one
    assert "Of the permit" not in one
    then = words(clara.get(PAGE, params={"about": "birth_certificate", "month": f"{last:%Y-%m}"}).text)
    assert "Of the form" in then
    assert "Of the certificate" not in then
    strange = clara.get(PAGE, params={"about": "market_stall", "month": "0000-99"})
    assert "Of the permit" in strange.text


def test_hundreds_of_lines_are_read_page_by_page_the_hard_ones_alone_and_the_hardest_first(
    town: Town, comes_as: Comes
) -> None:
    clara = comes_as("clara")
    told(town, "/services/building-permit", 5, 5, 5, 5, 5, line="Fine")
    told(town, "/services/birth-certificate", *[4] * 50, line="Easy going")
    told(town, "/services/birth-certificate", *[1] * 6, line="Zyxhard")
    told(town, "/services/dog-registration", 1, line="Of one alone")
    page = clara.get(PAGE).text
    assert page.index(f">{CERTIFICATE}<") < page.index(">Get a building permit<"), "the hardest first"
    first, second = (clara.get(PAGE, params={"page": number}).text for number in ("1", "2"))
    assert first.count("/removal") == 50
    assert second.count("/removal") == 12
    assert "page=2#words" in first
    assert "page=3" not in second
    assert 'rel="next"' in second
    assert "Nobody wrote anything" in clara.get(PAGE, params={"page": "9999"}).text
    for strange in ("-1", "0", "x", "٣", "1" * 400):
        assert clara.get(PAGE, params={"page": strange}).text.count("/removal") == 50, strange
    hard = clara.get(PAGE, params={"ease": "hard", "about": "birth_certificate"}).text
    assert hard.count("/removal") == 6
    assert "Easy going" not in hard
    assert "Of one alone" not in clara.get(PAGE, params={"ease": "hard"}).text, "one answer is not shown"
    way = re.findall(r'href="(/en/desk/feedback/[^"]+/removal[^"]*)"', hard)[0].replace("&amp;", "&")
    back = clara.submit(way).headers["location"]
    assert back == "/en/desk/feedback?about=birth_certificate&ease=hard&said=line_removed"
    assert clara.get(back).text.count("/removal") == 5


def test_a_line_is_removed_by_its_department_alone_and_the_answer_counts(town: Town, comes_as: Comes) -> None:
    told(town, "/services/birth-certificate", 1, 1, 1, 1)
    told(town, "/services/birth-certificate", 1, line="Clara Montes was rude")
    clara, tomas = comes_as("clara"), comes_as("tomas")
    [way] = re.findall(r'href="(/en/desk/feedback/[^"]+)"', clara.get(PAGE).text)
    assert "Clara Montes was rude" in clara.get(way).text
    assert tomas.get(way).status_code == tomas.submit("/en/drafts", to=way).status_code == 404
    done = clara.submit(way)
    assert done.headers["location"] == "/en/desk/feedback?said=line_removed"
    assert clara.get(way).status_code == clara.submit("/en/drafts", to=way).status_code == 404
    page = words(clara.get(PAGE).text)
    assert "rude" not in page
    assert f"{CERTIFICATE} 5 0 0 0 0 5 Very hard" in page
    entries = db.table(AuditEntry)
    with db.read(town) as unit:
        [entry] = db.rows(unit, select(entries).where(entries.c.action == "feedback_removed"))
    assert (entry.department, entry.function) == ("civil_registry", "clerk")


SUBJECT = Subject("/search", "Search")


def theirs(**by_month: int) -> Theirs:
    """So many found it easy in the months of a year."""
    counts = [Count("/search", "", "", date(2026, int(name[1:]), 1), 4, number) for name, number in by_month.items()]
    return Theirs({("/search", ""): SUBJECT}, counts)


@pytest.mark.parametrize(
    ("answers", "month", "shown"),
    [
        (theirs(m1=5), 1, 5),
        (theirs(m1=5), None, 5),
        (theirs(m1=4), 1, None),
        (theirs(m1=4), None, None),
        (theirs(m1=3, m2=9), 2, None),
        (theirs(m1=3, m2=9), None, 12),
        (theirs(m1=3, m2=3, m3=9), 3, 9),
        (theirs(m1=3, m2=3, m3=9), None, 15),
    ],
)
def test_no_small_number_is_shown_nor_can_be_worked_out(answers: Theirs, month: int | None, shown: int | None) -> None:
    [line] = answers.told("", date(2026, month, 1) if month else None)
    assert (line.counts and sum(line.counts.values())) == shown
    assert (line.middle is None) == (shown is None)
