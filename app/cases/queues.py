"""A door of this room: the queue of a desk, which part of it is wanted, and what came into it."""

from app.cases.queueing.arriving import Arrived, News, since
from app.cases.queueing.parts import DUES, TABS, TURNS, Place, Wanted
from app.cases.queueing.reading import MOST, Page, at_start, fresh, open_cases
from app.cases.views.line import Line, lines

__all__ = [
    "DUES", "MOST", "TABS", "TURNS", "Arrived", "Line", "News", "Page", "Place", "Wanted", "at_start", "fresh", "lines",
    "open_cases", "since",
]  # fmt: skip
