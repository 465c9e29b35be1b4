"""Printed, the main part keeps its words: none lost, cut off, or white on white. No criterion asks for it."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View

LEAST = 0.7  # of the letters of the main part; a button or a hint may stay away from paper


def check(view: View) -> Iterator[Finding]:
    before = view.ask("paper")
    try:
        view.line.emulate("setEmulatedMedia", {"media": "print", "features": []})
        after = view.ask("paper")
    finally:
        view.mode.apply(view.driver)
    if after["count"] < LEAST * before["count"]:
        share = round(100 - 100 * after["count"] / before["count"])
        message = f"{share} % of its text are missing on paper"
        yield view.found("print", "", before["main"], message, "moderate")
    for problem in after["found"]:
        yield view.found("print", "", problem["selector"], problem["message"], "moderate")
