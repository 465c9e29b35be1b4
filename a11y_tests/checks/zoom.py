"""Nothing forbids to make the page larger: the viewport, what a touch may do, text as large as the window (1.4.4).

A page that names no viewport is shown on a phone as wide as a desk: nothing there is as large as it was made (1.4.10).
"""

from collections.abc import Iterator

from ..finding import Finding
from ..modes import resize
from ..view import View


def check(view: View) -> Iterator[Finding]:
    for problem in view.ask("zoom"):
        yield view.found(
            "zoom", problem.get("criterion", "1.4.4"), problem["selector"], problem["message"], problem["severity"]
        )
    yield from stuck(view)


def stuck(view: View) -> Iterator[Finding]:
    """Zoomed to 200 % a window has half its width: text that has half its size there stays as it was."""
    if view.mode.width < 600:
        return
    view.ask("zoom_text", "before")
    try:
        resize(view.line, view.mode.width // 2, view.mode.height // 2)
        problems = view.ask("zoom_text", "after")
    finally:
        resize(view.line, view.mode.width, view.mode.height)
    for problem in problems:
        yield view.found("zoom", "1.4.4", problem["selector"], problem["message"])
