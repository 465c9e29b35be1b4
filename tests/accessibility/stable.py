"""What is said on a page, without what differs from run to run and from day to day."""

import re
from functools import cache

from babel.dates import get_day_names, get_month_names

from app.kit.i18n import LOCALES, babel_locale, listed, translate, translate_many
from app.wiring import demo

LEFT = (
    ("%(number)s working day left", "%(number)s working days left"),
    ("%(number)s day left", "%(number)s days left"),
    ("%(number)s day late", "%(number)s days late"),
)
STATES = (
    "Open now, until %(time)s",
    "Closed now. Opens today at %(time)s",
    "Closed now. Opens tomorrow at %(time)s",
    "Closed now. Opens on %(day)s at %(time)s",
)
MOST_DAYS = 200
ROUND = "WHAT COMES"
"""What comes to a street on one day: another thing on each, and now and then two."""


def stable(line: str) -> str:
    for pattern, word in patterns():
        line = pattern.sub(word, line)
    return line


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    months, days = any_of(get_month_names), any_of(get_day_names)
    return (
        (re.compile("[\u2066-\u2069\u200e\u200f\u061c]"), ""),
        (re.compile(r"^· \d+ ?\w+$"), ""),  # how often a clerk has looked
        (re.compile(r"\bVC-[0-9A-Z]{4}-[0-9A-Z]{4}\b"), "REFERENCE"),
        (re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "ID"),
        (re.compile(r"民國\d{2,3}年（\d{4}年）\d{1,2}月\d{1,2}日"), "DATE"),
        (re.compile(rf"\d{{1,2}} (de )?({months})((،| de)? \d{{4}})?|\d{{4}}年\d{{1,2}}月\d{{1,2}}日"), "DATE"),
        (re.compile(rf"\b({months}) (de )?\d{{4}}\b|(?<!\d)\d{{4}}年\d{{1,2}}月"), "MONTH"),
        (re.compile(r"\b\d{1,2}[ \xa0]\d{1,2}[ \xa0]20\d\d\b"), "15 3 YEAR"),
        (re.compile(r"\b20\d\d \d{1,2} \d{1,2}\b"), "2027 3 15"),
        (re.compile("|".join(rounds())), ROUND),
        (re.compile(r"\d{1,2}月\d{1,2}日（週.）"), "DATE"),
        (re.compile(rf"({days})[,،]? ?DATE"), "DATE"),
        (re.compile(rf"DATE( ?({days})|（({days})）)"), "DATE"),
        (re.compile(rf"^({'|'.join(map(re.escape, short_days()))}),? ?\d{{1,2}}$"), "DAY"),
        (re.compile("|".join(office_states())), "OPEN OR NOT"),
        (re.compile(r"(?<=DATE)(\D{0,12})\d{1,2}:\d{2}( ?[ap]\.?m\.?| ?[صم]\b)?", re.IGNORECASE), r"\1TIME"),
        (re.compile(r"\b\d{1,2}:(?!00|30)\d{2}\b"), "TIME"),
        (re.compile("|".join(map(re.escape, sorted(days_left(), key=len, reverse=True))), re.IGNORECASE), "DAYS LEFT"),
        (re.compile(r"\b(?=[A-Z]*\d)[0-9A-Z]{5}-?[0-9A-Z]{5}\b(?<!\d{10})"), "CODE"),
        (re.compile(r"^[0-9A-Z]{5}-?[0-9A-Z]{5}$"), "CODE"),  # one may have no digit
        (re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}(-[0-9A-Z]{2}|(-[0-9A-Z]{4}){2})\b"), "CODE"),
        (re.compile(r"\b(?!7K3M-9QZA)[0-9A-Z]{4}-[0-9A-Z]{4}\b(?!-)"), "CODE"),
        (re.compile(r"\b[0-9a-f]{16,}\b"), "HASH"),
        (re.compile(r"(localhost|127\.0\.0\.1):\d+"), "localhost"),
    )


def short_days() -> set[str]:
    """As they stand in the window of a date."""
    return {name for locale in LOCALES for name in get_day_names("abbreviated", locale=babel_locale(locale)).values()}


def office_states() -> list[str]:
    """An office is open or not, as the hour is."""
    told = {translate(locale, words) for locale in LOCALES for words in STATES}
    return sorted(
        (re.sub(r"%\\\((time|day)\\\)s", ".+?", re.escape(words)) + r"(?=$|,| \|)" for words in told), key=len
    )


def rounds() -> list[str]:
    """All that comes to a street on one day, one or several of what a calendar names."""
    found = []
    for locale in LOCALES:
        names = [
            re.escape(text)
            for package in demo.told().packages
            for key, text in package.sentences.in_locale(locale).items()
            if key.startswith("calendar.") and key.endswith(".name")
        ]
        one = f"({'|'.join(names)})"
        found.append(f"^{one}({re.escape(listed(('', ''), locale))}{one})*$")
    return found


def any_of(names: object) -> str:
    """The names of months or of days in every language, the longest first."""
    assert callable(names)
    found = {name for locale in LOCALES for name in names("wide", locale=babel_locale(locale)).values()}
    return "|".join(map(re.escape, sorted(found, key=len, reverse=True)))


def days_left() -> set[str]:
    return {
        translate_many(locale, one, many, number)
        for locale in LOCALES
        for one, many in LEFT
        for number in range(MOST_DAYS)
    }
