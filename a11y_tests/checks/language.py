"""The page and its parts say their language, run in its direction, and are written in it."""

from functools import cache
from pathlib import Path

from .told import Told

SIMPLIFIED = Path(__file__).parent.parent / "simplified.txt"


@cache
def simplified() -> str:
    """Letters that no text in Traditional Chinese has: those of GB 2312 that Big5 does not know."""
    return "".join(SIMPLIFIED.read_text(encoding="utf8").split())


check = Told("language", lambda view: [simplified()])
