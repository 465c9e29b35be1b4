"""A door of this room: what a supervisor sees of the work, and samples of what rules decided."""

from app.cases.queueing.loads import MOST as COUNTED
from app.cases.queueing.loads import Load, of_clerk, of_service
from app.cases.sampling.drawing import Sample, draw, judge, newest, one
from app.cases.views.ways import left_to_supervisors

__all__ = [
    "COUNTED", "Load", "Sample", "draw", "judge", "left_to_supervisors", "newest", "of_clerk", "of_service", "one",
]  # fmt: skip
