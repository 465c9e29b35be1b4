import json
from collections import defaultdict

from ..finding import Finding
from .report import Report


def text(report: Report) -> str:
    by_page: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_page[finding.page].append(finding)
    lines: list[str] = []
    for page, found in by_page.items():
        lines.append(page)
        for one in found:
            where = ", ".join(filter(None, [one.criterion and f"WCAG {one.criterion}", one.mode]))
            lines.append(f"  {one.severity}: {one.check} ({where}): {one.selector}\n    {one.message}")
    lines.append(report.in_one_sentence)
    return "\n".join(lines) + "\n"


def as_json(report: Report) -> str:
    written = {
        "site": report.site,
        "when": report.when.isoformat(timespec="seconds"),
        "pages": list(report.pages),
        "checks": list(report.checks),
        "modes": list(report.modes),
        "findings": [one.as_dict() for one in report.findings],
        "known": [one.as_dict() for one in report.known],
        "mended": report.mended,
    }
    return json.dumps(written, indent=1, ensure_ascii=False) + "\n"
