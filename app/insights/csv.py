"""Tables as files for other programs: columns have one name in every language."""

import csv
from collections.abc import Iterable
from dataclasses import astuple
from io import StringIO

from app.insights.figures import Line

COLUMNS = ("month", "received", "decided", "late", "half_within_days", "nine_of_ten_within_days")


def months(lines: Iterable[Line]) -> bytes:
    """A line a month, by its first day; what is masked is empty."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows(astuple(line) for line in lines)
    return written.getvalue().encode()
