"""The page stays where it is when a control gets the focus or another choice is made (WCAG 3.2.1, 3.2.2).

Each is tried, and each choice is taken back. New words on the same page are fine; another page, a window, a form
that is sent, a dialog, a focus that goes elsewhere are not.
"""

from collections.abc import Iterator

from ..finding import Finding
from ..listeners import guarded
from ..view import View, script


def check(view: View) -> Iterator[Finding]:
    with guarded(view):
        problems = view.line.run_async(script("change"), view.only)
    for problem in problems:
        yield view.found("change", problem["criterion"], problem["selector"], problem["message"])
