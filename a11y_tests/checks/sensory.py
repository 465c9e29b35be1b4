"""Nothing is said by colour alone: where a link is in running text, what is asked, what is wrong (WCAG 1.4.1)."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View


def check(view: View) -> Iterator[Finding]:
    for problem in view.ask("sensory"):
        yield view.found("sensory", "1.4.1", problem["selector"], problem["message"])
