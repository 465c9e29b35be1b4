"""The page and its parts say their language, run in its direction, and are written in it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..finding import Finding
from ..view import View
from .told import told

SIMPLIFIED = Path(__file__).parent.parent / "simplified.txt"


@cache
def simplified() -> str:
    """Letters that no text in Traditional Chinese has: those of GB 2312 that Big5 does not know."""
    return "".join(SIMPLIFIED.read_text(encoding="utf8").split())


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "language", simplified())
