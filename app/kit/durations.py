"""ISO 8601 durations (P5Y, P3D, PT10M, -P18Y): years to days run on the calendar, hours and below by the second."""

import re
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import isodate
from pydantic import AfterValidator

# isodate also reads fractions and the date-like P0003-06-04: a fraction of a month has no length, so neither is taken.
_SHAPE = re.compile(r"[+-]?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?", re.ASCII)


def check_duration(text: str) -> str:
    """The same text if it is a duration of whole numbers; ValueError saying what to write otherwise."""
    if not _SHAPE.fullmatch(text):
        raise ValueError("Write a duration as in P3D, P5Y or PT10M.")
    return text


IsoDuration = Annotated[str, AfterValidator(check_duration)]
"""A duration kept as it was written, so that what is stored is what was read."""


def is_whole_days(text: str) -> bool:
    """Whether a duration has no hours, minutes or seconds."""
    return "T" not in check_duration(text)


def backwards(text: str) -> str:
    """The same duration in the other direction."""
    if check_duration(text).startswith("-"):
        return text[1:]
    return "-" + text.removeprefix("+")


@lru_cache(4096)
def shift_day(day: date, text: str) -> date:
    """A civil day moved by the years, months, weeks and days of a duration; a month too short gives its last day."""
    days = _split(text)[0]
    moved: date = day + _parsed(days) if days else day
    return moved


def shift_moment(moment: datetime, text: str, zone: ZoneInfo) -> datetime:
    """An aware moment moved by a duration, in UTC: first by days on the clock of `zone`, then by exact time."""
    days, exact = _split(text)
    start = moment.astimezone(UTC)
    if days:
        local = moment.astimezone(zone)
        start = civil_moment(shift_day(local.date(), days), local.time(), zone)
    moved: datetime = start + _parsed(exact) if exact else start
    return moved


def civil_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when the clocks of `zone` show this day and time.

    A time that the clocks skip in spring comes as much later; of one that they show twice in autumn it is the first.
    """
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)


@cache
def _split(text: str) -> tuple[str, str]:
    """The calendar part and the exact part, each a duration or empty: isodate itself cannot tell P1D from PT24H."""
    body = check_duration(text).lstrip("+-")
    sign = "-" if text.startswith("-") else ""
    days, _, exact = body.removeprefix("P").partition("T")
    return (f"{sign}P{days}" if days else "", f"{sign}PT{exact}" if exact else "")


@cache
def _parsed(text: str) -> Any:
    return isodate.parse_duration(text)
