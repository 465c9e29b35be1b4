"""Small typed things that many pages show: moments, links, errors."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import phonenumbers

from app.kit.i18n import after, format_day, format_moment
from app.kit.inputs import Again, Errors


class When(NamedTuple):
    """A day or moment: `iso` for machines, `text` in the page's language."""

    iso: str
    text: str

    def __str__(self) -> str:
        return self.text


class Option(NamedTuple):
    """A choice: `value` goes over the wire, `label` is read; `hint` stands below it."""

    value: str
    label: str
    hint: str = ""


class Named(NamedTuple):
    """A thing by its name, and where it is; `url` is "" where nothing leads there. `lang` and `dir` are "" when the
    name is in the page's language."""

    text: str
    url: str
    lang: str = ""
    dir: str = ""


class Glance(NamedTuple):
    """One thing to know at a glance, with its drawing."""

    icon: str
    label: str
    value: str


@dataclass(frozen=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True)
class FieldError:
    """An error that the summary links to its field."""

    field: str
    message: str


@lru_cache(4096)
def moment(at: datetime, locale: str, zone: str) -> When:
    """A moment by day and minute in the town's zone."""
    return When(at.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes"), format_moment(at, locale, zone))


def day(on: date, locale: str, style: str = "full") -> When:
    """A civil day, with its weekday unless another style is asked for."""
    return When(on.isoformat(), format_day(on, locale, style))


def phone(number: str) -> str:
    """A number in E.164 in groups that can be read out; a short number of an office as it is."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    except phonenumbers.NumberParseException:
        return number


def error_of(field: str, label: str, words: str, locale: str) -> FieldError:
    """An error with its question, for pages of many questions: the same words may stand there twice."""
    return FieldError(field, after(label, words, locale))


def errors(problems: Errors, locale: str) -> tuple[FieldError, ...]:
    return tuple(FieldError(name, problem.say(locale)) for name, problem in problems.items())


def again_errors(again: Again | None, locale: str) -> tuple[FieldError, ...]:
    return errors(again.errors, locale) if again else ()
