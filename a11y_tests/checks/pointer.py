"""A press counts when it ends, dragging has an alternative, one finger is enough (WCAG 2.5.1, 2.5.2, 2.5.7).

What listens to a pointer that comes down is pressed with the pointer sliding off before it is let go: nothing may
have happened by then that cannot be taken back. What opens something is let be, for it can be closed again.
"""

import time
from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..line import Line
from ..listeners import effects, guarded, heard
from ..view import View

PAUSE = 0.06
PLACE = """
const el = window.gateDown[arguments[0]];
if (!el.isConnected) return null;
el.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
const b = el.getBoundingClientRect(), at = [b.x + b.width / 2, b.y + b.height / 2];
const top = document.elementFromPoint(...at);
return top && (el.contains(top) || top.contains(el)) ? at : null;
"""


def check(view: View) -> Iterator[Finding]:
    mouse = view.line
    heard(view)
    plan = view.ask("pointer")
    for problem in plan["found"]:
        where, message = problem["selector"], problem["message"]
        yield view.found("pointer", problem["criterion"], where, message, problem["severity"])
    if not plan["down"]:
        return
    with guarded(view):
        for number, selector in enumerate(plan["down"]):
            what = pressed(view, mouse, number)
            if what:
                message = f"as soon as a pointer comes down on it, {what}; sliding off does not take it back"
                yield view.found("pointer", "2.5.2", selector, message)
    view.line.run("scrollTo({top: 0, behavior: 'instant'})")


def pressed(view: View, mouse: Line, number: int) -> str:
    """What happens at once and stays when the pointer slides off before it is let go."""
    for slide in (by_mouse, by_finger):
        at = view.line.run(PLACE, number)
        if not at:
            continue
        view.ask("guard", "reset")
        what = slide(view, mouse, *at)
        if what:
            return what
    return ""


def by_mouse(view: View, mouse: Line, x: float, y: float) -> str:
    button = {"button": "left", "clickCount": 1}
    point(mouse, "mouseMoved", x, y)
    point(mouse, "mousePressed", x, y, **button)
    time.sleep(PAUSE)
    down = effects(view)
    point(mouse, "mouseMoved", 1, 1, button="left")
    point(mouse, "mouseReleased", 1, 1, **button)
    time.sleep(PAUSE)
    return outcome(down, effects(view))


def by_finger(view: View, mouse: Line, x: float, y: float) -> str:
    touch(mouse, "touchStart", [{"x": x, "y": y}])
    time.sleep(PAUSE)
    down = effects(view)
    touch(mouse, "touchMove", [{"x": 1, "y": 1}])
    touch(mouse, "touchEnd", [])
    time.sleep(PAUSE)
    return outcome(down, effects(view))


def outcome(down: dict[str, Any], after: dict[str, Any]) -> str:
    if down["log"]:
        return f"the page {down['log'][0]}"
    if down["moved"]:
        return "the page goes to another place"
    return "the words of the page change" if down["text"] and after["text"] else ""


def point(mouse: Line, kind: str, x: float, y: float, **more: Any) -> None:
    mouse.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y} | more)


def touch(mouse: Line, kind: str, points: list[dict[str, float]]) -> None:
    mouse.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
