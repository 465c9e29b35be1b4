"""a11y-gate URL: exit status 0 nothing found, 1 something found, 2 it could not look."""

import argparse
import sys
from collections.abc import Sequence
from statistics import mean
from typing import Literal

from selenium.common.exceptions import WebDriverException

from . import reports
from .asking.looking import CannotLook, look
from .asking.options import read
from .baseline import BadBaseline
from .browser import NoBrowser
from .finding import Finding, Severity
from .gate import Gate
from .reports import Report
from .tools import NoTool


def main(arguments: Sequence[str] | None = None) -> int:
    given = read(arguments)
    try:
        report, gate = look(given)
        if given.out:
            reports.write(given.format, given.out, report)
    except (CannotLook, NoBrowser, NoTool, BadBaseline, OSError) as problem:
        print(f"a11y-gate: {problem}", file=sys.stderr)
        return 2
    except WebDriverException as problem:
        print(f"a11y-gate: {problem.msg}", file=sys.stderr)
        return 2
    print(reports.text(report), end="")
    if given.profile:
        print(times(gate), end="", file=sys.stderr)
    if not report.pages:
        print(f"a11y-gate: no page was looked at: {reason(report)}", file=sys.stderr)
        return 2
    shorter = given.baseline_frozen and report.mended
    if shorter:
        print(f"a11y-gate: {to_commit(given, report)}", file=sys.stderr)
    return int(bool(shorter) or any(counts(finding, given.fail_on) for finding in report.findings))


def counts(finding: Finding, least: Severity | Literal["never"]) -> bool:
    """What could not be looked at always does: nobody knows what stands there."""
    return finding.check == "open" or (least != "never" and finding.at_least(least))


def reason(report: Report) -> str:
    """In one line: the first page that could not be opened, and how many more."""
    first, *more = report.findings
    others = f", and {len(more)} more" if more else ""
    return f"{first.page}: {first.in_one_line}{others}"


def to_commit(given: argparse.Namespace, report: Report) -> str:
    """A baseline that still knows what is gone would let it come back unseen."""
    where = given.out / given.baseline.name if given.out else "what a run without --baseline-frozen writes"
    gone = "is gone" if report.mended == 1 else "are gone"
    return f"{report.mended} of the known findings {gone}: commit the shorter {given.baseline} ({where})"


def times(gate: Gate) -> str:
    """How long each check took a look, the longest first."""
    rows = sorted(gate.spent.items(), key=lambda row: -sum(row[1]))
    lines = [
        f"{sum(took) / 1000:7.1f} s {mean(took):7.1f} ms a look {len(took):5} looks  {name}" for name, took in rows
    ]
    return "\n".join(lines) + "\n"
