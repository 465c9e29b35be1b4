"""Tab through the whole page, as somebody without a mouse does.

Each stop is reached, in the order of the page, wears a ring that can be seen, is in view and covered by nothing;
and the walk ends. On narrow pages the way back (Shift+Tab) is walked too, because a bar at the bottom covers there.
"""

from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..keyboard import SHIFT, press, start_over
from ..view import View

PATIENCE = 8  # a field for a date has several stops inside


def check(view: View) -> Iterator[Finding]:
    start_over(view.driver)
    plan: list[dict[str, Any]] = view.ask("focus_plan")
    visited, trapped = walk(view, len(plan), 0)
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
        back, _ = walk(view, len(plan), SHIFT)
        yield from along(view, back)


def walk(view: View, count: int, held: int) -> tuple[list[dict[str, Any]], bool]:
    """The stops that were visited, each once, and whether one did not let go."""
    visited: list[dict[str, Any]] = []
    again = 0
    for _ in range(count * 2 + PATIENCE + 2):
        press(view.driver, "Tab", held=held)
        here = view.ask("focus_here")
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
