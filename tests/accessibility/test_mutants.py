"""Barriers that are planted into the town's own pages are found, by checks that would find them on any site."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.mutants.drawing import draw, seed_of
from a11y_tests.mutants.mutant import Mutant, by_hand
from a11y_tests.mutants.planter import Planter
from a11y_tests.mutants.recorded import Recorded
from a11y_tests.mutants.score import document, lines
from a11y_tests.mutants.trial import Outcome, Trial
from a11y_tests.tools import Nu
from tests.accessibility.stage import STAGE, stage
from tests.browser.people import Comes

Records = Callable[[str, object], None]

DRAWN = 30
LEAST = 0.85  # of 30 drawn, so that one unlucky week is no alarm; the goal over all is 0.95
GOAL = 0.95


@pytest.fixture
def planter(browser: Browser) -> Iterator[Planter]:
    one = Planter(browser)
    yield one
    one.close()


def tried(
    mutants: Sequence[Mutant], pages: dict[str, Recorded], browser: Browser, nu: Nu, planter: Planter
) -> list[Outcome]:
    with browser.person() as driver:
        trial = Trial(driver, nu, planter, pages)
        return [trial.run(mutant) for mutant in mutants]


def test_the_barriers_of_this_week_are_found(
    comes: Comes, browser: Browser, nu: Nu, planter: Planter, record_property: Records
) -> None:
    seed = seed_of(datetime.now(UTC).date())
    drawn = draw(by_hand(), DRAWN, seed)
    pages = stage(comes, {page for mutant in drawn for page in (mutant.page, *mutant.beside)})
    outcomes = tried(drawn, pages, browser, nu, planter)
    record_property("summary", "\n".join([f"Mutants of {seed} (MUTANT_SEED={seed} repeats them)", *lines(outcomes)]))
    assert share_of(outcomes) >= LEAST, "\n".join(lines(outcomes))


@pytest.mark.proof
def test_all_barriers_are_found(
    comes: Comes, browser: Browser, nu: Nu, planter: Planter, record_property: Records
) -> None:
    outcomes = tried(by_hand(), stage(comes, STAGE), browser, nu, planter)
    record_property("summary", "\n".join(["All mutants", *lines(outcomes)]))
    if folder := os.environ.get("PROOFS"):
        Path(folder, "mutants.md").write_text(document(outcomes), encoding="utf8")
    assert share_of(outcomes) >= GOAL, "\n".join(lines(outcomes))


def share_of(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.by is not None for outcome in outcomes) / len(outcomes)
