"""Helps for reading that level AAA asks for, as far as a machine can measure them; all are minor but one."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "sections")
