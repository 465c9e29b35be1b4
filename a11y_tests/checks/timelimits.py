"""The page does not go away by itself: no refresh in its head or from its server (WCAG 2.2.1).

The server is asked once for each kind of address. What a script does after a while is not seen.
"""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View, script


def check(view: View) -> Iterator[Finding]:
    for problem in view.line.run_async(script("timelimits"), view.met):
        yield view.found("timelimits", "2.2.1", problem["selector"], problem["message"], "critical")
