"""The checks, by name. A check looks at the page that is open and says what it found.

To add one: write a module with `def check(view: View) -> Iterator[Finding]`, name it in one of the two tables
below, say in README.md what it does, and plant what it looks for in `tests/`.
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
    identification,
    language,
    media,
    names,
    once,
    parts,
    references,
    reflow,
    roles,
    sections,
    signin,
    status,
    structure,
    targets,
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
}
# Depend on width, colours and size: for each kind of page in each mode.
MODE: dict[str, Check] = {
    "contrast": contrast.check,
    "targets": targets.check,
    "reflow": reflow.check,
    "focus": focus.check,
}
EVERY: dict[str, Check] = PAGE | MODE
# Compare the pages of a walk when all of them were seen.
ACROSS: dict[str, Callable[[Memory], Iterator[Finding]]] = {
    "identification": identification.across,
    "once": once.across,
}
