"""Jobs that ask the network: no unit is open while they speak, and their answer is stored once."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from app.kit import db, jobs
from app.kit.db import Unit
from app.kit.jobs import Call
from app.kit.settling import settle
from app.kit.towns import Town
from tests.kit.jobbing import Do, ask, claim, count, done, left


@pytest.fixture
def town(empty_town: Town) -> Town:
    return empty_town


@dataclass(frozen=True)
class Line:
    """What a call job did, in order."""

    said: list[str]

    def job(self, found: Any = "found", wrong: Exception | None = None) -> Call:
        def look(unit: Unit, do: Do) -> Any:
            assert not unit.writes
            self.said.append("look")
            return found

        def call(given: Any) -> str:
            assert not db.inside_unit()
            self.said.append(f"call {given}")
            if wrong:
                raise wrong
            return "answer"

        def store(unit: Unit, do: Do, outcome: Any) -> None:
            self.said.append(f"store {outcome}")
            count(unit, do)

        return Call(Do, look, call, store)


def test_a_call_speaks_with_no_unit_open_and_stores_after(town: Town) -> None:
    line = Line([])
    ask(town, "one", "speak")
    assert settle(town, {"speak": line.job()}) == 1
    assert line.said == ["look", "call found", "store answer"]
    assert done(town) == {"one": 1}


def test_a_call_with_nothing_to_do_any_more_is_over(town: Town) -> None:
    line = Line([])
    ask(town, "one", "speak")
    settle(town, {"speak": line.job(found=None)})
    assert line.said == ["look"]
    assert left(town) == []


def test_a_call_that_fails_stores_nothing_and_is_tried_again(town: Town) -> None:
    line = Line([])
    ask(town, "one", "speak")
    jobs.run(town, {"speak": line.job(wrong=OSError("away"))}, claim(town)[0])
    assert line.said == ["look", "call found"]
    assert [row.attempts for row in left(town)] == [1]
    town.clock.move(timedelta(hours=1))
    settle(town, {"speak": line.job()})
    assert done(town) == {"one": 1}


def test_the_answer_of_a_call_whose_lease_was_lost_is_not_stored_twice(town: Town) -> None:
    line = Line([])
    known = {"speak": line.job()}
    ask(town, "one", "speak")
    slow = claim(town)[0]
    town.clock.move(jobs.LEASE + timedelta(seconds=1))
    jobs.run(town, known, claim(town)[0])
    jobs.run(town, known, slow)
    assert done(town) == {"one": 1}
