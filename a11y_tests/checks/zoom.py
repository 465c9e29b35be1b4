"""Nothing forbids to make the page larger: neither the viewport nor what a touch may do (WCAG 1.4.4)."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View


def check(view: View) -> Iterator[Finding]:
    for problem in view.ask("zoom"):
        yield view.found("zoom", "1.4.4", problem["selector"], problem["message"], problem["severity"])
