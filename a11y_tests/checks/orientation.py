"""The page says the same upright and lying on its side (WCAG 1.3.4).

A window that is nearly a square is made a little higher, then a little wider: whatever changes is not for want of
room. A few words may come and go; what counts is that the page goes, or is turned.
"""

from collections.abc import Iterator

from ..finding import Finding
from ..modes import resize
from ..view import View

SIDE = 640
LEAST = 0.5  # of the words of one way that have to be there the other way too


def check(view: View) -> Iterator[Finding]:
    seen = {}
    try:
        for way, height in (("upright", SIDE + 1), ("on its side", SIDE - 1)):
            resize(view.line, SIDE, height)
            seen[way] = view.ask("orientation")
    finally:
        resize(view.line, view.mode.width, view.mode.height)
    way, other = sorted(seen, key=lambda way: len(seen[way]["text"]))
    words, all_words = set(seen[way]["text"].split()), set(seen[other]["text"].split())
    if len(words & all_words) < LEAST * len(all_words):
        message = f"{way} it says {seen[way]['text'][:60]!r} instead of {seen[other]['text'][:60]!r}"
        yield view.found("orientation", "1.3.4", "body", message, "critical")
    for way, other in (("upright", "on its side"), ("on its side", "upright")):
        if seen[way]["turned"] and not seen[other]["turned"]:
            yield view.found("orientation", "1.3.4", seen[way]["turned"], f"{way} it is turned", "critical")
