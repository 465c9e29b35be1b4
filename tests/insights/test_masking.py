"""What is rare is masked, and nothing that is shown gives it away."""

from collections import Counter
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from app.insights.figures import percentile, table
from app.insights.masking import LEAST

COUNTS = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("uvw")), st.integers(min_value=1, max_value=12), max_size=12
)


def shown(cells: dict[tuple[str, str], int]) -> dict[tuple[str, str | None], int | None]:
    return dict(table((row, column, number) for (row, column), number in cells.items()))


def test_it_shows_what_is_common() -> None:
    cells = {("a", "u"): 7, ("a", "v"): 9, ("b", "u"): 5, ("b", "v"): 6}
    assert None not in shown(cells).values()
    assert shown(cells)["", None] == 27


def test_one_small_number_takes_others_with_it() -> None:
    found = shown({("a", "u"): 3, ("a", "v"): 9, ("b", "u"): 6, ("b", "v"): 8})
    hidden = {cell for cell, number in found.items() if number is None}
    assert ("a", "u") in hidden
    for line in ({("a", "u"), ("a", "v"), ("a", None)}, {("a", "u"), ("b", "u"), ("", "u")}):
        assert len(line & hidden) >= 2


@given(COUNTS)
def test_no_small_number_is_shown_and_none_can_be_worked_out(cells: dict[tuple[str, str], int]) -> None:
    found = shown(cells)
    assert all(number is None or number >= LEAST for number in found.values())
    rows, columns = {row for row, _ in found}, {column for _, column in found}
    for line in [
        *([cell for cell in product([row], columns) if cell in found] for row in rows),
        *([cell for cell in product(rows, [column]) if cell in found] for column in columns),
    ]:
        assert [found[cell] for cell in line].count(None) != 1 or len(line) == 1


@given(st.lists(st.integers(min_value=0, max_value=400), min_size=1))
def test_half_and_nine_of_ten_are_days_that_some_case_took(days: list[int]) -> None:
    histogram = Counter(days)
    for share in (0.5, 0.9):
        found = percentile(histogram, share)
        assert found in days
        assert sum(day <= found for day in days) >= share * len(days)
        assert sum(day < found for day in days) < share * len(days)


def test_of_nothing_there_are_no_days() -> None:
    assert percentile({}, 0.5) is None
