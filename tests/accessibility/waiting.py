"""Waiting for what the town makes after it has answered: documents, messages, mails."""

import re
import time
from collections.abc import Callable
from typing import TypeVar

from app.kit.audit import WINDOW
from tests.accessibility.visitor import Somebody

PATIENCE = 40
T = TypeVar("T")


def until(ask: Callable[[], T | None], otherwise: str) -> T:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := ask():
            return found
        time.sleep(0.2)
    raise AssertionError(otherwise)


def counted_together(seconds: float) -> None:
    """What a clerk looks at from now on, for so long, is one line of the audit: until the next of its windows begins
    where this one ends too soon."""
    left = WINDOW.total_seconds() - time.time() % WINDOW.total_seconds()
    if left < seconds:
        time.sleep(left)


def found(person: Somebody, path: str, pattern: str) -> str:
    """What a page holds as soon as the work that makes it is done."""
    match = until(lambda: re.search(pattern, person.http.get(path).text), f"{path} never held {pattern}")
    return match[1]
