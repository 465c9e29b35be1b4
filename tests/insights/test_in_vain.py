"""What was searched and not found: counted without a person, its words kept only when five have asked so."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.insights import in_vain
from app.insights.models import SearchInVain
from app.kit import db
from app.kit.towns import Town
from tests.desk.cases import words
from tests.towns import Client

PAGE = "/en/desk/figures"
Comes = Callable[..., Client]
V = db.table(SearchInVain)


def ask(client: Client, what: str, times: int = 1) -> None:
    for _ in range(times):
        assert client.get("/en/search", params={"q": what}).status_code == 200


def rows(town: Town) -> list[tuple[str | None, int]]:
    with db.read(town) as unit:
        return [(row.words, row.count) for row in db.rows(unit, select(V.c.words, V.c.count).order_by(V.c.count))]


def test_what_five_asked_in_vain_stands_in_the_figures(town: Town, client: Client, comes_as: Comes) -> None:
    ask(client, "Zyzzy  QWERTYX?!", 3)
    ask(client, "zyzzy qwertyx", 2)
    ask(client, "plughxyzzy", 4)
    page = words(comes_as("samir").get(PAGE).text)
    assert "9 searches found nothing." in page
    assert "zyzzy qwertyx English 5" in page
    assert "plughxyzzy" not in page
    assert sorted(rows(town), key=str) == [("zyzzy qwertyx", 5), (None, 4)]


@pytest.mark.databases("sqlite")
def test_what_was_found_is_not_counted_nor_what_was_not_asked(town: Town, client: Client) -> None:
    ask(client, "sofa", 5)
    ask(client, "", 5)
    ask(client, "\u200f \x00", 5)
    assert rows(town) == []


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    "words", ["zq@zq.example", "zqx 12345678Z", "zqx ١٢٣", "zqzq/zqzq", "zq qz zqz qzq zzq qqz zqqz", "zq" * 31]
)
def test_what_may_tell_of_somebody_is_counted_and_never_kept(town: Town, words: str) -> None:
    for _ in range(6):
        in_vain.note(town, "en", words)
    assert rows(town) == [(None, 6)]


def test_all_that_tells_of_somebody_is_one_number(town: Town) -> None:
    for number in range(6):
        in_vain.note(town, "en", f"zqx{number}")
    assert rows(town) == [(None, 6)]


@pytest.mark.databases("sqlite")
def test_a_day_counts_so_many_different_searches_and_no_more(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_vain, "MOST_A_DAY", 2)
    for what in ("zebra", "unicorn", "dragon", "zebra"):
        in_vain.note(town, "en", what)
    assert [count for _, count in rows(town)] == [1, 2]


@pytest.mark.databases("sqlite")
def test_after_a_year_it_is_forgotten(town: Town) -> None:
    in_vain.note(town, "en", "zebra")
    with db.write(town) as unit:
        db.change(unit, update(V).values(day=(unit.now - timedelta(days=400)).date()))
    in_vain.note(town, "en", "unicorn")
    assert len(rows(town)) == 1


@pytest.mark.databases("sqlite")
def test_nothing_is_said_while_hardly_anybody_searched_in_vain(client: Client, comes_as: Comes) -> None:
    ask(client, "zyzzy qwertyx", 4)
    assert "Searched in vain" not in comes_as("samir").get(PAGE).text
