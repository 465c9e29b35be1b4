"""Nothing scrolls sideways and nothing is cut off, also with WCAG's text spacing and with text of 200 %.

Only in narrow modes: at the width of a desk there is room. A table, a drawing or code may scroll in a box of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..finding import Finding
from ..modes import Mode
from ..view import View


def check(view: View) -> Iterator[Finding]:
    if view.mode.width > 400:
        return
    plain = view.mode
    for mode in (plain, replace(plain, spacing=True), replace(plain, text=200)):
        mode.dress(view.driver)
        yield from look(view, mode)
    plain.dress(view.driver)


def look(view: View, mode: Mode) -> Iterator[Finding]:
    criterion = "1.4.12" if mode.spacing else "1.4.4" if mode.text != 100 else "1.4.10"
    for problem in view.ask("reflow"):
        yield Finding("reflow", criterion, view.page, mode.name, problem["selector"], problem["message"])
