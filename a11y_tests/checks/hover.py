"""What appears under a pointer can be pointed at, and goes away with Escape where it lies over something (WCAG 1.4.13).

Links and buttons that appear so have something beside them that takes the focus (WCAG 2.1.1).

A pointer is moved on what the style sheets or the page's listeners name, one of each kind; then on what appeared.
The browser's own tooltips (title) are let be. Whether it stays long enough, and what the focus shows, is not seen.
"""

import time
from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..keyboard import press
from ..line import Line
from ..listeners import guarded, heard
from ..view import View

SHOWS, GOES = 0.35, 0.3
STEPS = 8


def check(view: View) -> Iterator[Finding]:
    hand = view.line
    heard(view)
    plan: list[str] = view.ask("hover", "plan")
    if not plan:
        return
    with guarded(view):
        for number, trigger in enumerate(plan):
            yield from tried(view, hand, number, trigger)
            move(hand, 0, 0)
    view.line.run("scrollTo({top: 0, behavior: 'instant'})")


def tried(view: View, hand: Line, number: int, trigger: str) -> Iterator[Finding]:
    move(hand, 0, 0)
    place = view.ask("hover", "mark", number)
    if not place:
        return
    content = shown(view, hand, number, place)
    if not content:
        return
    if content["shut"]:
        message = f"it appears when a pointer is on {trigger}, and no key brings it"
        yield view.found("hover", "2.1.1", content["shut"], message)
    if content["at"] and not stays(view, hand, number, place, content["at"]):
        message = f"it appears when a pointer is on {trigger}, and is gone before the pointer reaches it"
        yield view.found("hover", "1.4.13", content["selector"], message)
    if not content["covers"]:
        return
    move(hand, 0, 0)
    time.sleep(GOES)
    if not shown(view, hand, number, place):
        return
    press(hand, "Escape")
    time.sleep(GOES)
    if view.ask("hover", "look", number):
        message = f"it appears over other things when a pointer is on {trigger}, and Escape does not take it away"
        yield view.found("hover", "1.4.13", content["selector"], message, "moderate")


def shown(view: View, hand: Line, number: int, place: list[float]) -> dict[str, Any] | None:
    move(hand, *place)
    time.sleep(SHOWS)
    content: dict[str, Any] | None = view.ask("hover", "look", number)
    return content


def stays(view: View, hand: Line, number: int, place: list[float], at: list[float]) -> bool:
    """Moved from one to the other as a hand moves, without haste."""
    for step in range(1, STEPS + 1):
        move(hand, *(a + (b - a) * step / STEPS for a, b in zip(place, at, strict=True)))
        time.sleep(0.02)
    time.sleep(GOES)
    return bool(view.ask("hover", "look", number))


def move(hand: Line, x: float, y: float) -> None:
    hand.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})
