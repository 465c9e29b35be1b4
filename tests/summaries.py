"""What a test wants to be read at the end of the run, whether it passed or not: record_property("summary", text)."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, text in getattr(report, "user_properties", []):
                if name == "summary" and report.when == "call":
                    terminalreporter.section(report.nodeid)
                    terminalreporter.write_line(text)
