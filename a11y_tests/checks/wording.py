"""Words that only some people can follow: told by shape, colour or place, spaced out, painted, or all the same."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    yield from told(view, "wording", every("control"), every("sense"))
