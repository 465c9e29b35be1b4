"""The checks, by name. A check looks at the page that is open and says what it found.

To add one: write a module with `def check(view: View) -> Iterator[Finding]`, name it in one of the three tables
below, say in README.md what it does and in guidance.toml whom it helps, and plant what it looks for in `tests/`.
"""

from collections.abc import Callable, Iterator

from ..finding import Finding
from ..view import View
from . import (
    axe,
    contrast,
    errors,
    focus,
    forms,
    hidden,
    html,
    keys,
    language,
    media,
    motion,
    names,
    orientation,
    paper,
    parts,
    references,
    reflow,
    sameness,
    sensory,
    status,
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
    "names": names.check,
    "sameness": sameness.check,
    "forms": forms.check,
    "parts": parts.check,
    "media": media.check,
    "errors": errors.check,
    "hidden": hidden.check,
    "status": status.check,
}
# Depend on width, colours and size, and only read: for each kind of page in each mode.
MODE: dict[str, Check] = {
    "targets": targets.check,
    "reflow": reflow.check,
}
# Press, point or photograph, which takes time: in each mode where a part of a page comes for the first time.
PART: dict[str, Check] = {
    "contrast": contrast.check,
    "focus": focus.check,
    "keys": keys.check,
}
EVERY: dict[str, Check] = PAGE | MODE | PART
