"""What is told when a button changes the page: its state, a message, the place of the focus (WCAG 2.4.3, 4.1.2, 4.1.3).

A few buttons that send nothing are pressed with Enter and, where they are still there and changed, once more.
"""

import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from ..announced import Announced
from ..finding import Finding
from ..keyboard import press
from ..line import Line
from ..listeners import guarded
from ..view import View

MOMENT = 0.25
QUEUED = 1.5  # what was said just before is given time to be heard


def check(view: View) -> Iterator[Finding]:
    plan: list[str] = view.ask("pressed", "plan")
    if not plan:
        return
    with closing(Line(view.driver)) as keys, guarded(view):  # its own: to listen to a page costs it time
        for number, button in enumerate(plan):
            yield from tried(view, keys, number, button)


def tried(view: View, keys: Line, number: int, button: str) -> Iterator[Finding]:
    if not view.ask("pressed", "before", number):
        return
    with Announced(keys, patience=0.6) as said:
        press(keys, "Enter")
        time.sleep(MOMENT)
        if view.ask("pressed", "after", number)["says"]:
            said.wait(QUEUED)
    now: dict[str, Any] = view.ask("pressed", "after", number)
    if now["lost"]:
        yield view.found("pressed", "2.4.3", now["place"], "when it is pressed, the focus is lost")
    if now["shows"] and not now["told"]:
        message = f'it shows "{now["shows"]}", and its state says nothing of it (aria-expanded)'
        yield view.found("pressed", "4.1.2", button, message)
    if now["says"] and not now["moved"] and not said.heard:
        message = f'when it is pressed, "{now["says"]}" appears, and no live region tells it'
        yield view.found("pressed", "4.1.3", button, message)
    for one in said.heard:
        if one.overwritten:
            yield view.found("pressed", "4.1.3", button, f'"{one.text[:60]}" is overwritten before it can be heard')
        elif one.sudden:
            message = f'"{one.text[:60]}" comes together with its live region, which many screen readers do not say'
            yield view.found("pressed", "4.1.3", button, message, "moderate")
    if now["again"] and view.ask("pressed", "back", number):
        press(keys, "Enter")
        time.sleep(0.05)
