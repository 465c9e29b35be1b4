"""Regions that announce their changes can be heard, are small, stand alone, and interrupt for urgent things only."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "status", every("wrong"))
