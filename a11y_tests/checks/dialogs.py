"""A dialog takes the focus when it opens, closes with Escape, and gives the focus back to what opened it (WCAG 2.4.3).

Each button that says it opens one is pressed with Enter.
"""

import time
from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..keyboard import press
from ..line import Line
from ..listeners import guarded, heard
from ..view import View

PATIENCE = (0.05, 0.1, 0.3)


def check(view: View) -> Iterator[Finding]:
    keys = view.line
    heard(view)
    plan: list[str] = view.ask("dialogs", "plan")
    if not plan:
        return
    with guarded(view):
        for number, opener in enumerate(plan):
            yield from tried(view, keys, number, opener)
            view.ask("dialogs", "close", number)


def tried(view: View, keys: Line, number: int, opener: str) -> Iterator[Finding]:
    if not view.ask("dialogs", "focus", number):
        return
    press(keys, "Enter")
    now = settled(view, number, is_open=True)
    if not now["open"]:
        return
    dialog = now["open"]
    if now["modal"] and not now["inside"]:
        message = f"it opens, and the focus stays outside, on {now['at']}"
        yield view.found("dialogs", "2.4.3", dialog, message)
    press(keys, "Escape")
    now = settled(view, number, is_open=False)
    if now["open"]:
        if now["modal"]:
            yield view.found("dialogs", "", dialog, "Escape does not close it", "minor")
        return
    if now["there"] and not now["back"]:
        where = "is lost" if now["lost"] else f"goes to {now['at']}"
        message = f"when {dialog} closes, the focus {where} instead of coming back here"
        yield view.found("dialogs", "2.4.3", opener, message)
    elif not now["there"] and now["lost"]:
        yield view.found("dialogs", "2.4.3", dialog, "when it closes, the focus is lost")


def settled(view: View, number: int, *, is_open: bool) -> dict[str, Any]:
    for pause in PATIENCE:
        time.sleep(pause)
        now: dict[str, Any] = view.ask("dialogs", "look", number)
        if is_open and now["open"] and (now["inside"] or not now["modal"]):
            break
        if not is_open and not now["open"] and now["back"]:
            break
    return now
