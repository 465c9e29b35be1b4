"""Nothing moves for more than five seconds by itself, sounds by itself, or flashes (WCAG 1.4.2, 2.2.2, 2.3.1).

Looked at as somebody who asked the system for less motion, then as everybody else: what stops for the first is only
a minor finding for the second, who could ask. What a script draws frame by frame is not seen.
"""

from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..view import View, script

WISH = "prefers-reduced-motion"


def check(view: View) -> Iterator[Finding]:
    said: set[tuple[str, str]] = set()
    try:
        for wish in ("reduce", "no-preference"):
            wishes = [{"name": WISH, "value": wish}]
            view.line.emulate("setEmulatedMedia", {"media": "", "features": wishes})
            problems: list[dict[str, Any]] = view.ask("motion")
            for problem in problems:
                key = (problem["criterion"], problem["selector"])
                if key in said:
                    continue
                said.add(key)
                yield found(view, problem, wish)
    finally:
        view.mode.apply(view.driver)
    for problem in view.line.run_async(script("gifs")):
        yield view.found("motion", "2.2.2", problem["selector"], problem["message"])


def found(view: View, problem: dict[str, Any], wish: str) -> Finding:
    criterion, message, severity = problem["criterion"], problem["message"], problem["severity"]
    if criterion == "2.2.2" and wish == "no-preference":
        return view.found(
            "motion", criterion, problem["selector"], f"{message}, unless less motion is asked for", "minor"
        )
    return view.found("motion", criterion, problem["selector"], message, severity)
