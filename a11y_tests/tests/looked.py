"""A site of four pages that was looked at, and what may be said of it."""

from datetime import date
from itertools import product
from pathlib import Path

from a11y_tests.checks import EVERY
from a11y_tests.conformance.answers import Answer, Answers, asked
from a11y_tests.conformance.evidence import Evidence, Look, Record
from a11y_tests.conformance.manual import Manual, Procedure, Tried
from a11y_tests.conformance.matrix import matrix
from a11y_tests.finding import Finding
from a11y_tests.modes import ALL

DAY = date(2026, 11, 28)
GATE = Path(__file__).parents[1]
ROOT = GATE.parent


PAGES = tuple(f"/{number}" for number in range(4))
MODES = tuple(mode.name for mode in ALL)


def record(
    *findings: Finding,
    checks: tuple[str, ...] = tuple(EVERY),
    pages: tuple[str, ...] = PAGES,
    modes: tuple[str, ...] = MODES,
    locales: tuple[str, ...] = ("en",),
) -> Record:
    one = Record({page: {"plain"} for page in PAGES}, found=list(findings))
    for check, page, locale, mode in product(checks, pages, locales, modes):
        one.ran(check, Look(page, "plain", "", locale, mode))
    return one


def run(*findings: Finding, checks: tuple[str, ...] = tuple(EVERY)) -> Evidence:
    """Of all pages in all modes."""
    return record(*findings, checks=checks).evidence(DAY)


def found(criterion: str, page: str = "/0", check: str = "targets") -> Finding:
    return Finding(check, criterion, page, "1280, light", "a", "too small")


def one(answer: Answer, evidence: Evidence, *tried: Tried) -> str:
    """What is said of 2.5.5, answered like this."""
    steps = Procedure("touch", "", "", "", ("2.5.5",), (), (), tried)
    of = {number: Answer() for number in asked()} | {"2.5.5": answer}
    answers = Answers({"none": "There is none."}, {}, of)
    return matrix(evidence, answers, Manual({"touch": steps}, ROOT))["2.5.5"].result
