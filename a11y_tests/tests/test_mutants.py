"""Drawing, statistics and the data of the mutants: what needs no browser."""

from datetime import date

import pytest

from a11y_tests.checks import EVERY
from a11y_tests.criteria import criteria
from a11y_tests.finding import Finding
from a11y_tests.mutants.drawing import draw, seed_of
from a11y_tests.mutants.mutant import KINDS, Edit, Mutant, accepted, by_hand, right_names
from a11y_tests.mutants.operators import by_operators, operators
from a11y_tests.mutants.score import document, lines, share, share_found
from a11y_tests.mutants.statistics import wilson
from a11y_tests.mutants.trial import Outcome, plan


def mutant(number: int, criterion: str = "1.1.1") -> Mutant:
    return Mutant(f"m{number:03}", criterion, "absent", "home (en)", "main", Edit(html="one('h1').remove()"))


POOL = [mutant(number, f"1.{number % 20}") for number in range(100)]


def test_a_seed_draws_the_same_mutants_whatever_the_order() -> None:
    assert draw(POOL, 30, "2026-W48") == draw(POOL[::-1], 30, "2026-W48")
    assert draw(POOL, 30, "2026-W48") != draw(POOL, 30, "2026-W49")


def test_a_draw_has_each_criterion_before_it_has_one_twice() -> None:
    drawn = draw(POOL, 20, "any")
    assert len({one.criterion for one in drawn}) == 20
    assert len(draw(POOL, 200, "any")) == 100


def test_all_mutants_of_one_page_are_drawn_together() -> None:
    pool = [mutant(1), mutant(2), Mutant("x", "1.2.1", "absent", "check (en)", "main", Edit())]
    assert [one.id for one in draw(pool, 3, "any")] == ["x", "m001", "m002"]


def test_the_seed_is_the_week(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WEEK", raising=False)
    assert seed_of(date(2027, 1, 1)) == "2026-W53"
    monkeypatch.setenv("WEEK", "2026-W01")
    assert seed_of(date(2027, 1, 1)) == "2026-W01"


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"), [(30, 30, 0.886, 1), (0, 10, 0, 0.278), (19, 20, 0.764, 0.991)]
)
def test_the_interval_is_wilsons(hits: int, tries: int, low: float, high: float) -> None:
    assert wilson(hits, tries) == pytest.approx((low, high), abs=0.001)


def test_nothing_tried_says_nothing() -> None:
    assert wilson(0, 0) == (0, 1)
    assert "none tried" in share([])


def test_every_barrier_names_a_criterion_a_kind_and_changes_something() -> None:
    mutants = by_hand()
    assert len({one.id for one in mutants}) == len(mutants)
    for one in mutants:
        assert one.criterion in criteria(), one.id
        assert one.kind in KINDS, one.id
        assert one.at, one.id
        assert one.says, one.id
        assert one.edit != Edit(), one.id


def test_equal_names_are_criteria_with_a_reason() -> None:
    for entry in accepted():
        assert {entry.criterion, *entry.also} <= criteria().keys()
        assert entry.because
    assert "2.5.5" in right_names("2.5.8")
    assert "2.5.8" not in right_names("2.5.5")


def test_there_are_enough_barriers_over_enough_criteria() -> None:
    assert len({one.id.split(" on ")[0] for one in by_hand()}) >= 130
    assert len({one.criterion for one in by_hand()}) >= 53


def test_operators_choose_by_the_seed() -> None:
    assert len(operators()) >= 34
    assert by_operators(200, "2026-W48") == by_operators(200, "2026-W48")
    assert by_operators(200, "2026-W48") != by_operators(200, "2026-W49")
    assert len({one.id for one in by_operators(200, "any")}) == 200
    assert {one.criterion for one in by_operators(200, "any")} <= criteria().keys()


FOUND = Finding("axe", "1.1.1", "/", "", "img", "no alternative")
OUTCOMES = [
    Outcome(mutant(1), FOUND),
    Outcome(mutant(2, "1.4.3"), None, (FOUND,)),
    Outcome(mutant(3), None, (), unnoticed=True),
]


def test_what_nobody_would_notice_does_not_count() -> None:
    assert share_found(OUTCOMES) == 0.5
    assert next(iter(lines(OUTCOMES))).startswith("found: 1 of 2, 50%")


def test_what_is_missed_is_listed_with_what_was_seen_of_it() -> None:
    assert list(lines(OUTCOMES))[-1] == "missed: m002, 1.4.3, on home (en): axe says 1.1.1 at img: no alternative"
    text = document(OUTCOMES, "2026-W48")
    assert "## Missed: 1" in text
    assert "- m003, home (en)" in text.split("## Nobody would notice: 1")[1]


def test_the_checks_that_could_see_it_look_first_and_each_looks() -> None:
    steps = list(plan(mutant(1, "2.4.2"), thorough=True))
    assert steps[0][0] == "structure"
    assert {check for check, _ in steps} == EVERY.keys()
    assert len(set(steps)) == len(steps)
    assert {check for check, _ in plan(mutant(1, "2.4.2"), thorough=False)} < EVERY.keys()
