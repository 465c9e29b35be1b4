"""A button that is pressed twice: one message, one note, one task, one call, and both presses lead to the same page."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import func, select

from app.cases.models import Message, Note
from app.cases.rights.models import Outage
from app.kit import db, presses
from app.kit.towns import Town
from tests import applying
from tests.papers import pdf
from tests.towns import Client

Comes = Callable[..., Client]
WORDS = "Said once and for all."


def how_many(town: Town, model: Any) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(model))))


def press_together(client: Client, to: str, data: dict[str, str]) -> list[Any]:
    """Two presses of one button at the same moment."""
    together = Barrier(2)

    def press(_: int) -> Any:
        with Client(client.town) as same:
            same.cookies.update(client.cookies)
            together.wait()
            return same.post(to, data=data)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(press, range(2)))


def test_two_presses_at_once_write_one_message_and_one_note(comes_as: Comes, town: Town) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    reference = applying.certificate(amina)
    case, desk = f"/en/cases/{reference}", f"/en/desk/cases/{reference}"
    for client, page, below, name, model, number in (
        (amina, case, "messages", "text", Message, 1),
        (clara, desk, "messages", "text", Message, 2),
        (clara, desk, "notes", "note", Note, 1),
    ):
        answers = press_together(client, f"{page}/{below}", {"_token": client.token(page), name: WORDS})
        assert [answer.status_code for answer in answers] == [303, 303]
        assert len({answer.headers["location"] for answer in answers}) == 1
        assert how_many(town, model) == number


@pytest.mark.databases("sqlite")
def test_what_is_meant_twice_is_said_twice(comes_as: Comes, town: Town) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    desk = f"/en/desk/cases/{applying.certificate(amina)}"

    def note(words: str) -> int:
        assert clara.submit(desk, {"note": words}, to=f"{desk}/notes").status_code == 303
        return how_many(town, Note)

    assert [note(WORDS), note(WORDS), note("Something else."), note(WORDS)] == [1, 1, 2, 2]
    town.clock.move(presses.WITHIN + timedelta(seconds=1))
    assert note(WORDS) == 3
    assert comes_as("clara").submit(desk, {"note": WORDS}, to=f"{desk}/notes").status_code == 303
    assert how_many(town, Note) == 4, "another session is another press"


@pytest.mark.databases("sqlite")
def test_a_scan_that_is_sent_twice_is_one_paper(comes_as: Comes) -> None:
    clara = comes_as("clara")
    files = {"files": ("a.pdf", pdf("One"), "application/pdf")}
    first, second = (clara.submit("/en/desk/papers", {}, files=files).headers["location"] for _ in range(2))
    assert first == second


@pytest.mark.databases("sqlite")
def test_an_outage_that_is_sent_twice_is_one_outage(comes_as: Comes, town: Town) -> None:
    samir, day = comes_as("samir"), (town.clock.now() - timedelta(days=1)).date()
    days = {f"{end}.{part}": str(getattr(day, part)) for end in ("since", "until") for part in ("day", "month", "year")}
    for _ in range(2):
        sent = samir.submit("/en/desk/outages", {**days, "since_time": "09:00", "until_time": "10:00"})
        assert sent.status_code == 303
    assert how_many(town, Outage) == 1


@pytest.mark.databases("sqlite")
def test_what_went_wrong_is_no_press(comes_as: Comes, town: Town) -> None:
    clara = comes_as("clara")
    desk = f"/en/desk/cases/{applying.certificate(comes_as('amina'))}"
    for _ in range(2):
        assert clara.submit(desk, {"note": " "}, to=f"{desk}/notes").status_code == 422
    assert how_many(town, Note) == how_many(town, presses.Press) == 0
    clara.submit(desk, {"note": WORDS}, to=f"{desk}/notes")
    town.clock.move(timedelta(minutes=1))
    with db.write(town) as unit:
        assert presses.sweep(unit) == 1
