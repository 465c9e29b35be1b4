"""Tables as files for other programs (RFC 4180, UTF-8): columns have one name in every language."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from io import StringIO

from app.insights.figures import Line

COLUMNS = ("month", "received", "decided", "late", "half_within_days", "nine_of_ten_within_days")
RECKONED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def months(lines: Iterable[Line]) -> bytes:
    """A line a month, by its first day; what is masked is empty."""
    return table(COLUMNS, (astuple(line) for line in lines))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Words that a spreadsheet would reckon with stand behind an apostrophe."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RECKONED) else cell
