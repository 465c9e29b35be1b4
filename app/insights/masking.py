"""Small numbers tell of people: a count under five is not shown, nor what would give it away.

A table has its sums in it, and one masked cell of a line could be worked out from the others; so no line has only one.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5
Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


def small(count: int) -> bool:
    return 0 < count < LEAST


def masked(cells: Mapping[tuple[Row, Column], int]) -> frozenset[tuple[Row, Column]]:
    """The cells of a table, sums among them, that must not be shown."""
    hidden = {cell for cell, count in cells.items() if small(count)}
    while more := _given_away(cells, hidden):
        hidden |= more
    return frozenset(hidden)


def _given_away(cells: Mapping[tuple[Row, Column], int], hidden: set[tuple[Row, Column]]) -> set[tuple[Row, Column]]:
    """One more cell for the first line in which only one is masked and another could be."""
    lines: dict[tuple[int, Hashable], list[tuple[Row, Column]]] = defaultdict(list)
    for cell in cells:
        for side in (0, 1):
            lines[side, cell[side]].append(cell)
    for line in lines.values():
        shown = [cell for cell in line if cell not in hidden]
        if len(line) - len(shown) == 1 and shown:
            return {min(shown, key=lambda cell: cells[cell])}
    return set()
