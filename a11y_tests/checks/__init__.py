"""The checks, by name. A check looks at the page that is open and says what it found.

To add one: write a module with `def check(view: View) -> Iterator[Finding]`, or `check = Told(...)` where a script only
reads the page, name it in one of the three tables below, say in README.md what it does and in guidance.toml whom it
helps, and plant what it looks for in `tests/`.
"""

from collections.abc import Callable, Iterator

from ..finding import Finding
from ..view import View
from . import (
    axe,
    change,
    contrast,
    dialogs,
    errors,
    focus,
    forms,
    hidden,
    hover,
    html,
    identification,
    keys,
    language,
    media,
    motion,
    names,
    once,
    orientation,
    paper,
    parts,
    pointer,
    pressed,
    references,
    reflow,
    roles,
    sections,
    sensory,
    signin,
    status,
    still,
    structure,
    targets,
    timelimits,
    wording,
    zoom,
)
from .facts import Memory

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
    "forms": forms.check,
    "parts": parts.check,
    "media": media.check,
    "sections": sections.check,
    "errors": errors.check,
    "identification": identification.check,
    "once": once.check,
    "roles": roles.check,
    "signin": signin.check,
    "hidden": hidden.check,
    "status": status.check,
    "wording": wording.check,
    "still": still.check,
}
# Of these, what lays the page out anew to see, or reads its scripts: where its style, a script or a part of it is new.
STYLED = frozenset({"zoom", "orientation", "motion", "print", "still"})
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
    "pointer": pointer.check,
    "change": change.check,
    "dialogs": dialogs.check,
    "hover": hover.check,
    "pressed": pressed.check,
}
# Of these, what asks how a part is drawn, and what asks how it is reached; the others ask what it does, see kinds.py.
DRAWN = frozenset({"contrast"})
REACHED = frozenset({"focus"})
# Ask what the scripts of a page do, and need its clock: not where scripts are off.
SCRIPTED = frozenset({"change", "keys", "pointer", "pressed"})
EVERY: dict[str, Check] = PAGE | MODE | PART
# Compare the pages of a walk when all of them were seen.
ACROSS: dict[str, Callable[[Memory], Iterator[Finding]]] = {
    "identification": identification.across,
    "once": once.across,
}
