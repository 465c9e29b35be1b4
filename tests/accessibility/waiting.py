"""Waiting for what the town makes after it has answered: documents, messages, mails."""

import re
import time
from collections.abc import Callable
from typing import TypeVar

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


def found(person: Somebody, path: str, pattern: str) -> str:
    """What a page holds as soon as the work that makes it is done."""
    match = until(lambda: re.search(pattern, person.http.get(path).text), f"{path} never held {pattern}")
    return match[1]
