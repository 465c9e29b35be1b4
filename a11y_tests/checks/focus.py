"""Tab through the whole page, as somebody without a mouse does.

Each stop is reached, in the order of the page, wears a ring that can be seen, is in view and covered by nothing;
and the walk ends. On narrow pages the way back (Shift+Tab) is walked too, because a bar at the bottom covers there.
Where only some stops are new to this walk, each is come to from the one before and left for the one after.
A ring is read from the style; one of each kind, and each that the style leaves in doubt, is photographed: how many
pixels change when the focus goes, and by which contrast.
"""

import time
from collections.abc import Generator, Iterator
from itertools import groupby
from typing import Any

from ..finding import Finding
from ..indicator import Change, measure
from ..keyboard import SHIFT, press, start_over
from ..line import Line
from ..view import View, script

PATIENCE = 8  # a field for a date has several stops inside
THICK = 2 * 0.8  # px around the element (WCAG 2.4.13 asks for 2), less what rounded corners take
LEAST = 12  # pixels: fewer are no ring
FEW = 2  # stops at the end of a page that Tab may miss for another reason
PLACE = "const el = window.gateNow = window.gateStops[arguments[0]]; el.focus({focusVisible: true});"
Rings = dict[str, Change]
Plan = list[dict[str, Any]]  # each stop, in the order of the page


def check(view: View) -> Iterator[Finding]:
    plan: Plan = view.ask("focus_plan", view.only)
    keys = view.line
    found = None if view.only is None else past(view, keys, plan)
    yield from both_ways(view, keys, plan) if found is None else found


def past(view: View, keys: Line, plan: Plan) -> list[Finding] | None:
    """What is found at the stops that are new; None where the way past them is not the order of the page."""
    found: list[Finding] = []
    view.seen["stops"] = len(plan)
    for held, step in ((0, 1), (SHIFT, -1)) if view.mode.width < 600 else ((0, 1),):
        for way in stretches(plan, step):
            visited: list[dict[str, Any]] = []
            if way[0] - step >= 0:
                keys.run(PLACE, way[0] - step)
            else:
                start_over(keys)
            found += walk(view, keys, len(way), held, visited, len(way))
            if straight([stop["stop"] for stop in visited], plan, step) != way:
                return None
            if way[-1] == len(plan) - 1 and not lets_go(keys, visited[-1], view.rings):
                return None
            if step > 0:
                found += above(view, visited)
    return found


def lets_go(keys: Line, last: dict[str, Any], rings: Rings) -> bool:
    """Whether Tab leads out of the page from its last stop."""
    for _ in range(PATIENCE):
        press(keys, "Tab")
        here = settled(keys, rings)
        if here is None or here["selector"] != last["selector"]:
            return True
    return False


def stretches(plan: Plan, step: int) -> list[list[int]]:
    """The stops that are new, and the one after each, as far as they stand together. Where the author has said in which
    order Tab goes (reading-flow), all of that part."""
    asked = {number for number, stop in enumerate(plan) if stop["asked"]}
    needed = asked | {number + step for number in asked}
    flows = {plan[n]["flow"] for number in needed for n in (number, number - step) if 0 <= n < len(plan)} - {-1}
    needed |= {number for number, stop in enumerate(plan) if stop["flow"] in flows}
    numbers = [number for number in range(len(plan)) if number in needed]
    together = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ways = [[number for _, number in run][::step] for _, run in together]
    if step < 0 and ways and ways[-1][0] == len(plan) - 1:
        ways[-1].pop(0)  # nothing leads back to the last one
    return [way for way in ways if way]


def straight(visited: list[int], plan: Plan, step: int) -> list[int]:
    """The same stops; those whose order is the author's own in the order of the page."""
    parts = groupby(visited, lambda number: plan[number]["flow"])
    return [n for flow, part in parts for n in (sorted(part, reverse=step < 0) if flow >= 0 else part)]


def both_ways(view: View, keys: Line, plan: Plan) -> Iterator[Finding]:
    start_over(keys)
    keys.run("window.gateNow = window.gateCame = undefined")
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
    yield from above(view, visited)
    if view.mode.width < 600 and plan:
        yield from walk(view, keys, len(plan), SHIFT, [])


def above(view: View, visited: list[dict[str, Any]]) -> Iterator[Finding]:
    for stop in visited:
        if stop["above"]:
            message = f"it comes after {stop['above']}, and stands before it for the eye"
            yield view.found("focus", "2.4.3", stop["selector"], message)


def walk(
    view: View, keys: Line, count: int, held: int, visited: list[dict[str, Any]], most: int = 0
) -> Generator[Finding, None, str]:
    """Fills in the stops that were visited, each once, to the end or as many as `most`; returns which one the focus
    came back to, if it did."""
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
        if len(visited) == most:
            break
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
