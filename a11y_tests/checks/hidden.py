"""What is seen can be heard, and what can be pressed is not hidden from screen readers."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "hidden")
