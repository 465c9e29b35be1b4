"""Who listens to an event has a job of its own: one that fails stops no other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from app.kit import db, events, jobs
from app.kit.db import Unit
from app.kit.events import Event, Listener
from app.kit.ids import new_id
from app.kit.jobs import Call, Change
from app.kit.settling import settle
from app.kit.towns import Town
from tests.kit.jobbing import left


@pytest.fixture
def town(empty_town: Town) -> Town:
    return empty_town


@dataclass(frozen=True)
class DogFound(Event):
    case_id: UUID


@pytest.fixture
def listening() -> Any:
    """Install listeners for one test, and afterwards those of the house again."""

    def install(listeners: events.Listeners) -> Mapping[str, Change | Call]:
        return events.install(listeners)

    yield install
    events.install({})


def test_one_listener_that_fails_stops_no_other(town: Town, listening: Callable[..., jobs.Jobs]) -> None:
    heard: list[tuple[str, UUID]] = []

    def hears(unit: Unit, event: DogFound) -> None:
        heard.append(("hears", event.case_id))

    def breaks(unit: Unit, event: DogFound) -> None:
        raise RuntimeError

    known = listening(
        {DogFound: [Listener("breaks", Change(DogFound, breaks)), Listener("hears", Change(DogFound, hears))]}
    )
    first, second = new_id(), new_id()
    for case_id in (first, second):
        with db.write(town) as unit:
            events.record(unit, DogFound(case_id))
    settle(town, known)
    assert heard == [("hears", first), ("hears", second)]
    assert [row.stream for row in left(town)] == [f"breaks|{first}", f"breaks|{second}"]
