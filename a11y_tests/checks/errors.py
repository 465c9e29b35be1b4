"""Mistakes: the field says that it is wrong, the message is tied to it, says what to do, and is said once."""

from collections.abc import Iterator

from ..computed import computed
from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "errors", computed(view), every("vague"), every("wrong"))
