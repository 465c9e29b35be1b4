"""Days that somebody wrote in numbers into a line of text, however they are parted: 15 12 2026, 15/12/2026."""

import re
from datetime import date

APART = r"\s*[ ./年月-]\s*"
DAY_FIRST = re.compile(rf"(\d{{1,2}}){APART}(\d{{1,2}}){APART}(\d{{4}})")
YEAR_FIRST = re.compile(rf"(\d{{4}}){APART}(\d{{1,2}}){APART}(\d{{1,2}})日?")


def read(words: str) -> date | None:
    """The day, or None where the words are something else."""
    said = words.strip()
    if found := DAY_FIRST.fullmatch(said):
        day, month, year = map(int, found.groups())
    elif found := YEAR_FIRST.fullmatch(said):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
