"""What a test wants to be read at the end of the run, whether it passed or not: record_property("summary", text), or
record_property("total", (what, how many, seconds)), which is added up over all tests that say the same."""

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counted, lasted = Counter[str](), Counter[str]()
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, said in getattr(report, "user_properties", []) if getattr(report, "when", "") == "call" else []:
                if name == "summary":
                    terminalreporter.section(report.nodeid)
                    terminalreporter.write_line(said)
                if name == "total":
                    what, count, seconds = said
                    counted[what] += count
                    lasted[what] += seconds
    if counted:
        terminalreporter.section("in all")
    for what, count in counted.items():
        terminalreporter.write_line(f"{count} {what} in {lasted[what]:.0f} s")
