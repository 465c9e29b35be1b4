"""The checks, by name. A check looks at the page that is open and says what it found.

To add one: write a module with `def check(view: View) -> Iterator[Finding]`, name it in one of the two tables
below, say in README.md what it does, and plant what it looks for in `tests/`.
"""

from collections.abc import Callable, Iterator

from ..finding import Finding
from ..view import View
from . import (
    axe,
    change,
    contrast,
    dialogs,
    focus,
    hover,
    html,
    keys,
    language,
    motion,
    orientation,
    paper,
    pointer,
    references,
    reflow,
    sensory,
    structure,
    targets,
    timelimits,
    zoom,
)

Check = Callable[[View], Iterator[Finding]]

# Say the same in every mode: once for each page and language.
PAGE: dict[str, Check] = {
    "axe": axe.check,
    "html": html.check,
    "structure": structure.check,
    "references": references.check,
    "language": language.check,
    "zoom": zoom.check,
    "timelimits": timelimits.check,
    "orientation": orientation.check,
    "sensory": sensory.check,
    "motion": motion.check,
    "print": paper.check,
    "keys": keys.check,
    "pointer": pointer.check,
    "change": change.check,
    "dialogs": dialogs.check,
    "hover": hover.check,
}
# Depend on width, colours and size: for each kind of page in each mode.
MODE: dict[str, Check] = {
    "contrast": contrast.check,
    "targets": targets.check,
    "reflow": reflow.check,
    "focus": focus.check,
}
EVERY: dict[str, Check] = PAGE | MODE
# Press things, though nothing is sent: slower, and the page may look different afterwards.
PRESSES: tuple[str, ...] = ("keys", "pointer", "change", "dialogs", "hover")
