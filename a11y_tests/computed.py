"""Roles, names and descriptions as the browser itself computes them and hands them to a screen reader."""

from collections.abc import Iterator
from typing import Any

from .view import View

Row = tuple[int, str, str, str]  # place among the elements of the page, role, name, description
COUNT = "return document.querySelectorAll('*').length"
TIMES = 5
SILENT = {"none", "generic", "StaticText", "InlineTextBox", "paragraph", "LineBreak", "ListMarker"}


def computed(view: View) -> list[Row]:
    """Each element of the page that has a role of its own; asked once for as long as the page has the same elements."""
    if view.seen.get("elements") != view.line.run(COUNT):
        places, tree = asked(view)
        view.seen["elements"] = len(places)
        view.seen["computed"] = [
            (places[node["backendDOMNodeId"]], role, value(node, "name"), value(node, "description"))
            for node in tree
            if not node["ignored"]
            and (role := value(node, "role")) not in SILENT
            and node.get("backendDOMNodeId") in places
        ]
    rows: list[Row] = view.seen["computed"]
    return rows


def asked(view: View) -> tuple[dict[int, int], list[dict[str, Any]]]:
    """The place of each element by the browser's number for it, and what the browser computed; asked again where the
    page has changed in between, and each name would be that of a neighbour."""
    cdp = view.line.execute_cdp_cmd
    for _ in range(TIMES):
        root = cdp("DOM.getDocument", {"depth": -1})["root"]
        places = {node["backendNodeId"]: place for place, node in enumerate(elements(root))}
        tree = cdp("Accessibility.getFullAXTree", {})["nodes"]
        if view.line.run(COUNT) == len(places):
            break
    return places, tree


def value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def elements(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """In the order of `document.querySelectorAll("*")`."""
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if at["nodeType"] == 1:
            yield at
        waiting += reversed(at.get("children", ()))
