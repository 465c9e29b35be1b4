"""A door of this room: the queue of a desk, which part of it is wanted, what came into it, and many cases at once."""

from app.cases.assigning import hand_over
from app.cases.queueing import batching as batches
from app.cases.queueing.arriving import Arrived, News, since
from app.cases.queueing.batching import Batch, Order
from app.cases.queueing.parts import DUES, TABS, TURNS, Place, Wanted
from app.cases.queueing.reading import MOST, Listed, Page, at_start, fresh, open_cases, up_to
from app.cases.queueing.stepping import SharedStep, shared
from app.cases.views.line import Line, lines
from app.cases.views.state import name as state_name

__all__ = [
    "DUES", "MOST", "TABS", "TURNS", "Arrived", "Batch", "Line", "Listed", "News", "Order", "Page", "Place",
    "SharedStep", "Wanted", "at_start", "batches", "fresh", "hand_over", "lines", "open_cases", "shared", "since",
    "state_name", "up_to",
]  # fmt: skip
