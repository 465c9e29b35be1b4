"""Sound and video with captions and transcripts, frames with titles, drawings with names."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "media", every("transcript"))
