"""Roles and states that contradict what is there, or say twice what the name has said."""

from collections.abc import Iterator

from ..computed import computed
from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    words = {kind: every(kind) for kind in ("expanded", "pressed", "checked", "selected", "role")}
    yield from told(view, "roles", computed(view), words)
