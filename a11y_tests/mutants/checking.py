"""Which checks could see a barrier against a criterion: those whose source names it, and axe where it has a rule."""

import inspect
import re
import sys
from functools import cache

from ..checks import EVERY
from ..view import SCRIPTS
from .mutant import right_names

# Criteria for which axe-core has rules (tags of axe 4.14).
AXE = frozenset(
    """1.1.1 1.2.1 1.2.2 1.3.1 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.6 1.4.12 2.1.1 2.1.3 2.2.1 2.2.2 2.2.4 2.4.1
    2.4.2 2.4.4 2.4.9 2.5.3 2.5.8 3.1.1 3.1.2 3.2.5 3.3.2 4.1.2""".split()  # noqa: SIM905
)


@cache
def source(check: str) -> str:
    """The check's module and the scripts that it asks for by name."""
    text = inspect.getsource(sys.modules[EVERY[check].__module__])
    names = {f"{name}.js" for name in re.findall(r'"(\w+)"', text)}
    return text + "".join((SCRIPTS / name).read_text("utf8") for name in sorted(names) if (SCRIPTS / name).is_file())


def may_see(check: str, criterion: str) -> bool:
    if check == "axe":
        return criterion in AXE
    return bool(re.search(rf"\b{re.escape(criterion)}\b", source(check)))


def may_name(check: str, criterion: str) -> bool:
    """Could it name this criterion, or one that is as right?"""
    return any(may_see(check, name) for name in right_names(criterion))


SLOW = ("axe", "contrast", "focus", "keys", "pointer", "change", "dialogs", "hover", "pressed", "motion", "print")


def in_turn(criterion: str) -> list[str]:
    """First the checks that could see it, the quick ones before the slow ones; then all the others."""
    return sorted(EVERY, key=lambda check: (not may_name(check, criterion), check in SLOW))
