"""Nothing scrolls sideways, is cut off or written over, also with WCAG's text spacing and with text of 200 %.

Only in narrow modes: at the width of a desk there is room. A table, a drawing or code may scroll in a box of its own.
At 400 % zoom (320 by 256 pixels) what stays on the screen leaves half of it to the page. What a wide window shows is
shown in a narrow one too, told in other words there, or behind something that opens it.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..finding import Finding
from ..modes import PLAIN, Mode, resize
from ..view import View

LOW = 256
LEAST = 30  # letters: less is a hint or the head of a column


def check(view: View) -> Iterator[Finding]:
    if view.mode.width > 400:
        return
    plain = view.mode
    known: set[str] = set()  # what is too wide as it is needs no other reason to be so with more room between letters
    for mode in (plain, replace(plain, spacing=True), replace(plain, text=200)):
        mode.dress(view.driver)
        for finding in look(view, mode):
            if finding.selector not in known or not wide(finding):
                yield finding
            if mode == plain and wide(finding):
                known.add(finding.selector)
    plain.dress(view.driver)
    if view.staying:
        yield from bars(view)
    if plain.colours == PLAIN.colours:
        yield from gone(view)


def wide(finding: Finding) -> bool:
    return "a window of" in finding.message


def look(view: View, mode: Mode) -> Iterator[Finding]:
    criterion = "1.4.12" if mode.spacing else "1.4.4" if mode.text != 100 else "1.4.10"
    for problem in view.ask("reflow"):
        yield Finding("reflow", criterion, view.page, mode.name, problem["selector"], problem["message"])


def bars(view: View) -> Iterator[Finding]:
    try:
        resize(view.line, view.mode.width, LOW)
        bar = view.ask("bars")
    finally:
        resize(view.line, view.mode.width, view.mode.height)
    if bar:
        message = f"at 400 % zoom what stays on the screen takes {bar['taken']} of its {bar['high']} pixels"
        yield view.found("reflow", "1.4.10", bar["selector"], message)


def gone(view: View) -> Iterator[Finding]:
    """What the wide window showed is kept from when the page was seen so; where something of it is gone, it is seen
    anew, since it may have gone there too."""
    if view.line.run("return Boolean(window.gateWide)") and not view.ask("gone", "narrow", LEAST):
        return
    try:
        resize(view.line, PLAIN.width, PLAIN.height)
        view.ask("gone", "wide")
    finally:
        resize(view.line, view.mode.width, view.mode.height)
    for problem in view.ask("gone", "narrow", LEAST):
        yield view.found("reflow", "1.4.10", problem["selector"], problem["message"], "moderate")
