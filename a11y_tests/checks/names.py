"""Names as they are computed: there, true to what is shown, different for different things, saying something."""

from collections.abc import Iterator

from ..computed import computed
from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    words = {kind: every(kind) for kind in ("alone", "nothing", "picture")}
    yield from told(view, "names", computed(view), words)
