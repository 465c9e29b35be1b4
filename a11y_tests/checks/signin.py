"""Signing in without a puzzle: secrets can be pasted and filled in, nothing has to be typed off or worked out."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "signin", every("code"), every("letters"), every("typed"))
