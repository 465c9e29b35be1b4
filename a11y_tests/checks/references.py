"""Ids stand once, and what points at something finds it."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View


def check(view: View) -> Iterator[Finding]:
    for problem in view.ask("references"):
        yield view.found("references", problem["criterion"], problem["selector"], problem["message"])
