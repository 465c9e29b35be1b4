"""A service in numbers, on its own page and beside the others: fresh, rough where they are few, nobody's to write."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from app import insights
from app.insights.csv import table
from app.insights.figures import months
from app.insights.models import CaseFigure, ServiceMonth
from app.insights.routes import FIGURES
from app.kit import cache, db
from app.kit.ids import new_id
from app.kit.towns import Town
from tests.days import summed_until
from tests.desk.cases import words
from tests.towns import Client

pytestmark = pytest.mark.databases("sqlite")
SERVICE, ALL = "/en/services/birth-certificate", "/en/numbers"
APP = Path(__file__).parents[2] / "app"
Year = Callable[..., None]


@pytest.fixture
def a_year(town: Town) -> Year:
    """So many of a service that were decided in each of twelve months: after how many days, so many of them late."""

    def write(service: str, days: list[int], late: int | None = 0) -> None:
        last = summed_until()
        with db.write(town) as unit:
            for month in months(last):
                for number, each in enumerate(days):
                    figure: dict[str, Any] = {"case_id": new_id(), "service": service, "channel": "web"}
                    ended = {"received_in": month, "closed_in": month, "outcome": "granted", "days": each}
                    was_late = None if late is None else number < late
                    db.add(unit, CaseFigure, **figure, **ended, late=was_late)
            for month in insights.to_sum(unit):
                insights.sum_again(unit, month)

    return write


def rows(client: Client) -> dict[str, dict[str, str]]:
    answer = client.get(f"{ALL}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return {row["service"]: row for row in csv.DictReader(StringIO(answer.text))}


def test_a_service_page_tells_how_many_asked_how_long_it_took_and_what_was_in_time(
    town: Town, client: Client, a_year: Year
) -> None:
    a_year("birth_certificate", [3] * 10 + [9] * 8 + [40] * 2)
    page = words(client.get(SERVICE).text)
    assert "We were asked 240 times Half had an answer Within 3 days Nine of ten had an answer Within 9 days" in page
    assert "All were answered in time." in page
    assert "Here the law allows 10 working days." in page


def test_where_few_were_late_each_month_the_share_is_a_bound(client: Client, a_year: Year) -> None:
    a_year("birth_certificate", [3] * 20, late=1)
    assert "At least 95% were answered in time." in words(client.get(SERVICE).text)


def test_where_nothing_is_decided_nobody_waits(client: Client) -> None:
    told = "Nothing is decided here, so nobody waits for an answer."
    assert told in words(client.get("/en/services/recycling-calendar").text)
    assert told not in words(client.get(SERVICE).text)


def test_bad_news_is_told_too(client: Client, a_year: Year) -> None:
    a_year("birth_certificate", [3] * 16, late=14)
    assert "Fewer than half were answered in time." in words(client.get(SERVICE).text)
    assert rows(client)["birth_certificate"]["in_time_is"] == "below"


def test_few_a_month_are_told_by_a_round_number(client: Client, a_year: Year) -> None:
    a_year("building_permit", [3, 30, 60])
    assert "We were asked 20 times or more" in words(client.get("/en/services/building-permit").text)


def test_a_service_without_a_last_day_is_never_late(client: Client, a_year: Year) -> None:
    a_year("large_items", [0] * 9, late=None)
    page = words(client.get("/en/services/large-items").text)
    assert "No law sets a last day here" in page
    assert "On the same day" in page
    assert "in time" not in page
    assert "108 times On the same day On the same day No last day" in words(client.get(ALL).text)


def test_fewer_than_five_are_no_numbers(client: Client, town: Town) -> None:
    page = words(client.get(SERVICE).text)
    assert "We decided fewer than five cases in these months." in page
    assert "We were asked" not in page
    assert "No service has numbers yet" in words(client.get(ALL).text)
    assert set(rows(client)["birth_certificate"].values()) & {"0"} == set()


def test_a_page_that_is_kept_is_another_one_when_a_sum_changes(
    client: Client, town: Town, a_year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "AGE", 0.0)
    assert "Get" in client.get(SERVICE).text
    first = client.get(SERVICE)
    assert client.get(SERVICE).headers["etag"] == first.headers["etag"]
    a_year("birth_certificate", [3] * 20)
    assert "240 times" in words(client.get(SERVICE).text)


def test_all_services_stand_in_one_table_and_one_file(client: Client, a_year: Year) -> None:
    a_year("birth_certificate", [3] * 20)
    page = client.get(ALL).text
    assert "Get a birth certificate 240 times Within 3 days Within 3 days 100%" in words(page)
    assert f'href="{SERVICE}"' in page
    last = summed_until()
    row = rows(client)["birth_certificate"]
    assert (row["last_month"], row["received"], row["received_is"]) == (f"{last:%Y-%m}", "240", "exact")
    assert rows(client)["building_permit"]["received"] == ""
    assert f'href="{ALL}"' in client.get(SERVICE).text


def test_nothing_that_a_browser_sends_writes_a_number(client: Client) -> None:
    assert all(route.methods == {"GET", "HEAD"} for route in FIGURES)
    for path in (ALL, f"{ALL}.csv", "/en/desk/figures"):
        assert client.post(path, data={"received": "1000"}).status_code == 405
    writers = {
        path.relative_to(APP).as_posix()
        for path in APP.rglob("*.py")
        if "migrations" not in path.parts and ("ServiceMonth" in (text := path.read_text()) or "service_month" in text)
    }
    assert writers == {"insights/models.py", "insights/queries.py", "insights/summing.py"}
    assert {path.name for path in APP.rglob("*.py") if "CaseFigure" in path.read_text()} == {
        "models.py", "queries.py", "counting.py",
    }  # fmt: skip


def test_what_somebody_wrote_into_the_table_is_found_and_set_right(client: Client, town: Town, a_year: Year) -> None:
    a_year("birth_certificate", [3] * 20)
    with db.write(town) as unit:
        db.change(unit, update(db.table(ServiceMonth)).values(received=9000))
        amiss = [insights.sum_again(unit, month) for month in insights.to_sum(unit)]
    assert sum(amiss) == 12
    assert rows(client)["birth_certificate"]["received"] == "240"


def test_no_cell_of_a_file_is_taken_for_a_formula() -> None:
    made = table(("name", "number"), [("=1+1", -1), ("Garden, large", "")])
    assert made.decode().splitlines() == ["name,number", "'=1+1,-1", '"Garden, large",']
