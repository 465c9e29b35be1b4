"""a11y-gate URL: exit status 0 nothing found, 1 something found, 2 it could not look."""

import sys
from collections.abc import Sequence
from statistics import mean

from selenium.common.exceptions import WebDriverException

from . import reports
from .asking.looking import CannotLook, look
from .asking.options import read
from .baseline import BadBaseline
from .browser import NoBrowser
from .gate import Gate
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
    return int(given.fail_on != "never" and any(finding.at_least(given.fail_on) for finding in report.findings))


def times(gate: Gate) -> str:
    """How long each check took a look, the longest first."""
    rows = sorted(gate.spent.items(), key=lambda row: -sum(row[1]))
    lines = [
        f"{sum(took) / 1000:7.1f} s {mean(took):7.1f} ms a look {len(took):5} looks  {name}" for name, took in rows
    ]
    return "\n".join(lines) + "\n"
