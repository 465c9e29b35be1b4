"""Waits, moves and shakes: limits of time in scripts, motion that heeds no wish, and what only a hand in motion can do.

Scripts are read: a timer counts when what it calls leaves the page, sends or empties a form. Where one comes back again
and again, the page is watched for words that change by themselves.
"""

from collections.abc import Iterator

from ..finding import Finding
from ..listeners import listens
from ..view import View, script
from .told import every

SHAKEN = ("devicemotion", "deviceorientation")


def check(view: View) -> Iterator[Finding]:
    for problem in view.line.run_async(script("still"), every("pause")):
        yield view.found("still", problem["criterion"], problem["selector"], problem["message"], "serious")
    straight = view.line
    if listens(straight, "window", *SHAKEN):
        message = "it listens for the motion of the device: whoever cannot shake or tilt it needs another way"
        yield view.found("still", "2.5.4", "html", message, "moderate")
