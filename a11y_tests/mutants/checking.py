"""Which checks could see a barrier against a criterion: those whose source names it, and axe where it has a rule."""

import re
from functools import cache
from pathlib import Path

from ..checks import EVERY
from ..checks.told import Told
from ..view import SCRIPTS
from .mutant import right_names

# Criteria for which axe-core has rules (tags of axe 4.14).
AXE = frozenset(
    """1.1.1 1.2.1 1.2.2 1.3.1 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.6 1.4.12 2.1.1 2.1.3 2.2.1 2.2.2 2.2.4 2.4.1
    2.4.2 2.4.4 2.4.9 2.5.3 2.5.8 3.1.1 3.1.2 3.2.5 3.3.2 4.1.2""".split()  # noqa: SIM905
)


ASKED = re.compile(r'\b(?:ask|script|Told)\(\s*"(\w+)"')
CHECKS = Path(__file__).parents[1] / "checks"


def module(check: str) -> str:
    """The name of the file in which it stands; that of a check which only reads the page is its script's."""
    one = EVERY[check]
    return one.script if isinstance(one, Told) else one.__module__.rpartition(".")[2]


@cache
def source(check: str) -> str:
    """The check's module and the scripts that it asks for."""
    text = (CHECKS / f"{module(check)}.py").read_text("utf8")
    scripts = (SCRIPTS / f"{name}.js" for name in sorted(set(ASKED.findall(text))))
    return text + "".join(script.read_text("utf8") for script in scripts if script.is_file())


def may_see(check: str, criterion: str) -> bool:
    if check == "axe":
        return criterion in AXE
    return bool(re.search(rf"\b{re.escape(criterion)}\b", source(check)))


def may_name(check: str, criterion: str) -> bool:
    """Could it name this criterion, or one that is as right?"""
    return any(may_see(check, name) for name in right_names(criterion))


# From quick to slow; what is not here takes no time.
SLOW = ("axe", "print", "pointer", "dialogs", "contrast", "keys", "change", "hover", "pressed", "motion", "focus")


def in_turn(criterion: str) -> list[str]:
    """First the checks that could see it, by its own name or another right one, the quick before the slow; then all."""

    def turn(check: str) -> tuple[bool, int, bool]:
        cost = SLOW.index(check) if check in SLOW else -1
        return not may_name(check, criterion), cost, not may_see(check, criterion)

    return sorted(EVERY, key=turn)
