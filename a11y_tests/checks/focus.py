"""Tab through the whole page, as somebody without a mouse does.

Each stop is reached, in the order of the page, wears a ring that can be seen, is in view and covered by nothing;
and the walk ends. On narrow pages the way back (Shift+Tab) is walked too, because a bar at the bottom covers there.
A ring is read from the style; one of each kind, and each that the style leaves in doubt, is photographed: how many
pixels change when the focus goes, and by which contrast.
"""

import time
from collections.abc import Generator, Iterator
from typing import Any

from ..finding import Finding
from ..indicator import Change, measure
from ..keyboard import SHIFT, press, start_over
from ..line import Line, line
from ..view import View, script

PATIENCE = 8  # a field for a date has several stops inside
THICK = 2 * 0.8  # px around the element (WCAG 2.4.13 asks for 2), less what rounded corners take
LEAST = 12  # pixels: fewer are no ring
FEW = 2  # stops at the end of a page that Tab may miss for another reason
Rings = dict[str, Change]


def check(view: View) -> Iterator[Finding]:
    start_over(view.driver)
    view.driver.execute_script("window.gateNow = window.gateCame = undefined")
    plan: list[dict[str, Any]] = view.ask("focus_plan")
    with line(view.driver) as keys:
        yield from both_ways(view, keys, plan)


def both_ways(view: View, keys: Line, plan: list[dict[str, Any]]) -> Iterator[Finding]:
    visited: list[dict[str, Any]] = []
    back = yield from walk(view, keys, len(plan), 0, visited)
    view.seen["stops"] = len(visited)
    order = [stop["stop"] for stop in visited if stop["stop"] >= 0]
    if back and back == visited[0]["selector"] != visited[-1]["selector"]:  # at the start again
        if len(plan) - 1 - max(order, default=-1) >= FEW:
            message = "from here Tab goes back to the start of the page: nobody comes to what follows"
            yield view.found("focus", "2.1.2", visited[-1]["selector"], message, "critical")
            return
    elif back:
        message = "Tab does not leave it" if back == visited[-1]["selector"] else "the focus comes back to it"
        yield view.found("focus", "2.1.2", back, message, "critical")
        return
    for number, stop in enumerate(plan):
        if number not in order:
            message = f'Tab does not reach it: "{stop["text"]}"'
            yield view.found("focus", "2.1.1", stop["selector"], message, "critical")
    for before, after in zip(order, order[1:], strict=False):
        if after < before and not (plan[after]["flow"] == plan[before]["flow"] >= 0):
            message = f"it comes after {plan[before]['selector']}, which stands later in the page"
            yield view.found("focus", "2.4.3", plan[after]["selector"], message)
    for stop in visited:
        if stop["above"]:
            message = f"it comes after {stop['above']}, and stands before it for the eye"
            yield view.found("focus", "2.4.3", stop["selector"], message)
    if view.mode.width < 600 and plan:
        yield from walk(view, keys, len(plan), SHIFT, [])


def walk(view: View, keys: Line, count: int, held: int, visited: list[dict[str, Any]]) -> Generator[Finding, None, str]:
    """Fills in the stops that were visited, each once; returns which one the focus came back to, if it did."""
    again = 0
    for _ in range(count * 2 + PATIENCE + 2):
        press(keys, "Tab", held=held)
        here = settled(keys, view.rings)
        if here is None:
            return ""
        if visited and here["selector"] == visited[-1]["selector"]:
            again += 1
            if again > PATIENCE:
                return str(here["selector"])
            continue
        if any(here["selector"] == stop["selector"] for stop in visited):
            return str(here["selector"])
        again = 0
        here["change"] = photographed(keys, here, view.rings)
        visited.append(here)
        yield from at(view, here)
    return ""


def settled(keys: Line, rings: Rings) -> dict[str, Any] | None:
    """Where the focus is. A page may still be scrolling to it: what looks wrong is looked at again."""
    for pause in (0, 0.05, 0.3):
        time.sleep(pause)
        here: dict[str, Any] | None = keys.run(script("focus_here"))
        known = here is None or here["ring"] or here["sign"] in rings
        if here is None or (known and not here["outside"] and not here["covered"]):
            break
    return here


def photographed(keys: Line, here: dict[str, Any], rings: Rings) -> Change | None:
    """What changes on the screen; None where that was seen to be enough on one of the same look, or cannot be seen."""
    before = rings.get(here["sign"])
    if here["frame"] or here["outside"] or here["covered"] or (before and here["ring"] and not here["faint"]):
        return None
    if before and before.pixels < LEAST:
        return before
    change = measure(keys, here["area"])
    rings[here["sign"]] = change
    return change


def at(view: View, stop: dict[str, Any]) -> Iterator[Finding]:
    words = f'"{stop["text"]}"'
    if stop["outside"]:
        yield view.found("focus", "2.4.7", stop["selector"], f"it has the focus and is not in view: {words}")
    if stop["covered"]:
        message = f"{stop['covered']} covers it while it has the focus: {words}"
        yield view.found("focus", "2.4.11" if stop["whole"] else "2.4.12", stop["selector"], message)
    yield from ring(view, stop, stop["change"], words)


def ring(view: View, stop: dict[str, Any], change: Change | None, words: str) -> Iterator[Finding]:
    where = stop["selector"]
    if change is None or (stop["made"] and change.pixels >= LEAST):
        return
    if change.pixels < LEAST:
        if stop["entry"]:  # a caret shows it, to those who find the caret
            message = f"nothing but the caret shows that it has the focus: {words}"
            yield view.found("focus", "2.4.13", where, message, "moderate")
        else:
            yield view.found("focus", "2.4.7", where, f"nothing shows that it has the focus: {words}")
    elif stop["faint"] and change.strong < THICK * stop["perimeter"]:
        message = f"its ring has a contrast of {stop['faint']} only, less than 3: {words}"
        yield view.found("focus", "1.4.11", where, message)
    elif change.strong == 0:
        message = f"what shows the focus changes by a contrast of {change.contrast:.1f} only, less than 3: {words}"
        yield view.found("focus", "2.4.13", where, message)
    elif change.whole and change.strong < THICK * stop["perimeter"]:
        needed = round(2 * stop["perimeter"])
        message = f"what shows the focus is small: {change.strong} pixels, less than the {needed} of a ring: {words}"
        yield view.found("focus", "2.4.13", where, message, "moderate")
