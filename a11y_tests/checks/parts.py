"""Lists, tables and headings are what they look like."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "parts")
