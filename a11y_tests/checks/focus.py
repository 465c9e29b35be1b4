"""Tab through the whole page, as somebody without a mouse does.

Each stop is reached, in the order of the page, wears a ring that can be seen, is in view and covered by nothing;
and the walk ends. On narrow pages the way back (Shift+Tab) is walked too, because a bar at the bottom covers there.
"""

import time
from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..keyboard import SHIFT, press, start_over
from ..line import Line, line
from ..view import View, script

PATIENCE = 8  # a field for a date has several stops inside


def check(view: View) -> Iterator[Finding]:
    start_over(view.driver)
    plan: list[dict[str, Any]] = view.ask("focus_plan")
    with line(view.driver) as keys:
        yield from both_ways(view, keys, plan)


def both_ways(view: View, keys: Line, plan: list[dict[str, Any]]) -> Iterator[Finding]:
    visited, trapped = walk(keys, len(plan), 0)
    yield from along(view, visited)
    if trapped:
        yield view.found("focus", "2.1.2", visited[-1]["selector"], "Tab does not leave it", "critical")
        return
    order = [stop["stop"] for stop in visited if stop["stop"] >= 0]
    for number, stop in enumerate(plan):
        if number not in order:
            message = f'Tab does not reach it: "{stop["text"]}"'
            yield view.found("focus", "2.1.1", stop["selector"], message, "critical")
    for before, after in zip(order, order[1:], strict=False):
        if after < before:
            message = f"it comes after {plan[before]['selector']}, which stands later in the page"
            yield view.found("focus", "2.4.3", plan[after]["selector"], message)
    if view.mode.width < 600 and plan:
        back, _ = walk(keys, len(plan), SHIFT)
        yield from along(view, back)


def walk(keys: Line, count: int, held: int) -> tuple[list[dict[str, Any]], bool]:
    """The stops that were visited, each once, and whether one did not let go."""
    visited: list[dict[str, Any]] = []
    again = 0
    for _ in range(count * 2 + PATIENCE + 2):
        press(keys, "Tab", held=held)
        here = settled(keys)
        if here is None:
            return visited, False
        if visited and here["selector"] == visited[-1]["selector"]:
            again += 1
            if again > PATIENCE:
                return visited, True
            continue
        if any(here["selector"] == stop["selector"] for stop in visited):
            return visited, here["selector"] != visited[0]["selector"]  # round and round, or back at the start
        again = 0
        visited.append(here)
    return visited, False


def settled(keys: Line) -> dict[str, Any] | None:
    """Where the focus is. A page may still be scrolling to it: what looks wrong is looked at again."""
    for pause in (0, 0.05, 0.3):
        time.sleep(pause)
        here: dict[str, Any] | None = keys.run(script("focus_here"))
        if here is None or (here["ring"] and not here["outside"] and not here["covered"]):
            break
    return here


def along(view: View, visited: list[dict[str, Any]]) -> Iterator[Finding]:
    for stop in visited:
        words = f'"{stop["text"]}"'
        if stop["outside"]:
            yield view.found("focus", "2.4.11", stop["selector"], f"it has the focus and is not in view: {words}")
        if stop["covered"]:
            message = f"{stop['covered']} covers it while it has the focus: {words}"
            yield view.found("focus", "2.4.12", stop["selector"], message)
        if not stop["ring"]:
            message = f"nothing shows that it has the focus: {words}"
            yield view.found("focus", "2.4.7", stop["selector"], message)
        if stop["faint"]:
            message = f"its ring has a contrast of {stop['faint']} only, less than 3: {words}"
            yield view.found("focus", "2.4.13", stop["selector"], message)
