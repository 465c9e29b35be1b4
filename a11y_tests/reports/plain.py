import json
from collections.abc import Iterator

from .report import Fault, Report, faults

MOST_EXAMPLES = 3


def text(report: Report) -> str:
    """The same fault once, with the first of its places; the other formats have them all."""
    lines = [line for fault in faults(report.findings, report.locales) for line in told(fault)]
    return "\n".join([*lines, report.in_one_sentence]) + "\n"


def told(fault: Fault) -> Iterator[str]:
    first = fault.found[0]
    criterion = f" (WCAG {first.criterion})" if first.criterion else ""
    often = f": {fault.how_often}" if fault.how_often else ""
    yield f"{fault.severity}: {first.check}{criterion}{often}"
    said = ""
    for one in fault.examples[:MOST_EXAMPLES]:
        modes = fault.modes(one)
        yield f"  {one.page}{f' [{modes}]' if modes else ''}: {one.selector}"
        if one.message != said:
            yield f"    {one.in_one_line}"
        said = one.message
    if (more := len(fault.examples) - MOST_EXAMPLES) > 0:
        yield f"  and {more} more"


def as_json(report: Report) -> str:
    written = {
        "site": report.site,
        "when": report.when.isoformat(timespec="seconds"),
        "pages": list(report.pages),
        "stops": dict(report.stops),
        "checks": list(report.checks),
        "modes": list(report.modes),
        "level": report.level,
        "findings": [one.as_dict() for one in report.findings],
        "known": [one.as_dict() for one in report.known],
        "mended": report.mended,
    }
    return json.dumps(written, indent=1, ensure_ascii=False) + "\n"
