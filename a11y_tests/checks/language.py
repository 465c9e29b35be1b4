"""The page and its parts say their language, run in its direction, and are written in it."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View


def check(view: View) -> Iterator[Finding]:
    for problem in view.ask("language"):
        yield view.found("language", problem["criterion"], problem["selector"], problem["message"])
