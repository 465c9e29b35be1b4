"""What listens where: the browser itself says so, a page's scripts cannot.

What one listener high up hears for all (delegation) belongs to no element and is not seen.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .line import Line, Refused
from .view import View

TYPES = {
    *("click", "dblclick", "keydown", "keyup", "keypress", "mousedown", "pointerdown", "touchstart", "touchmove"),
    *(
        "mouseenter",
        "mouseover",
        "pointerenter",
        "pointerover",
        "dragstart",
        "gesturestart",
        "gesturechange",
        "touchend",
    ),
}
MOST = 1500  # a page with more of them is judged by the first
LONGEST = 3000  # characters of a source that are read
GROUP = "gate"
KEEP = """function(types, ...found) {
  window.gateHeard = new Map(found.map((el, i) => [el, JSON.parse(types)[i]]));
}"""


def heard(view: View) -> None:
    """window.gateHeard: for each element that listens itself, {type: the source of what hears}."""
    if "heard" in view.seen:
        return
    view.seen["heard"] = True
    line = view.line
    page = held(line, "document")
    found: dict[int, dict[str, str]] = defaultdict(dict)
    asked = {"objectId": page, "depth": -1, "pierce": False}
    for one in line.execute_cdp_cmd("DOMDebugger.getEventListeners", asked)["listeners"]:
        if one["type"] in TYPES and "backendNodeId" in one and len(found) < MOST:
            source = one.get("handler", {}).get("description", "")
            found[one["backendNodeId"]][one["type"]] = source[:LONGEST]
    arguments: list[dict[str, Any]] = [{}]
    sources: list[dict[str, str]] = []
    for node, types in found.items():
        try:
            resolved = line.execute_cdp_cmd("DOM.resolveNode", {"backendNodeId": node})["object"]
        except Refused:  # it is gone already
            continue
        if resolved.get("subtype") == "node":
            arguments.append({"objectId": resolved["objectId"]})
            sources.append(types)
    arguments[0] = {"value": json.dumps(sources)}
    call = {"objectId": page, "functionDeclaration": KEEP, "arguments": arguments}
    line.execute_cdp_cmd("Runtime.callFunctionOn", call)
    line.execute_cdp_cmd("Runtime.releaseObjectGroup", {"objectGroup": GROUP})


def listens(line: Line, to: str, *types: str) -> bool:
    """Whether the window or the document itself hears one of these."""
    asked = {"objectId": held(line, to)}
    return any(
        one["type"] in types for one in line.execute_cdp_cmd("DOMDebugger.getEventListeners", asked)["listeners"]
    )


def held(line: Line, expression: str) -> str:
    asked = {"expression": expression, "objectGroup": GROUP}  # without a group no source of what hears is told
    return str(line.execute_cdp_cmd("Runtime.evaluate", asked)["result"]["objectId"])


@contextmanager
def guarded(view: View) -> Iterator[None]:
    """Nothing leaves the page meanwhile: no form, no other page, no window; the guard writes down what would."""
    view.ask("guard", "on")
    try:
        yield
    finally:
        view.ask("guard", "off")


def effects(view: View) -> dict[str, Any]:
    answer: dict[str, Any] = view.ask("guard", "read")
    return answer
