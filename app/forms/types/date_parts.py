"""Day, month and year: read in any script, in Traditional Chinese also by the years of the Republic (民國)."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

from babel.dates import get_month_names

from app.forms.controls import Box, Together, html_id
from app.forms.drawing import Drawing
from app.forms.folding import code
from app.forms.folding import name as folded
from app.forms.reading import Around, Reading, Typed
from app.forms.words import Words
from app.kit.i18n import LOCALES, N_, babel_locale, format_day, format_month, sentences

PARTS = ("day", "month", "year")
MONTH_PARTS = ("month", "year")
ROC = 1911
"""民國 1 is 1912."""
EARLIEST = 1850
_ARAB_MONTHS = {
    "يناير": 1, "كانون الثاني": 1, "جانفي": 1, "فبراير": 2, "شباط": 2, "فيفري": 2, "مارس": 3, "آذار": 3, "أبريل": 4,
    "نيسان": 4, "أفريل": 4, "مايو": 5, "أيار": 5, "ماي": 5, "يونيو": 6, "حزيران": 6, "جوان": 6, "يوليو": 7, "تموز": 7,
    "يوليوز": 7, "جويلية": 7, "أغسطس": 8, "آب": 8, "غشت": 8, "أوت": 8, "سبتمبر": 9, "أيلول": 9, "شتنبر": 9,
    "أكتوبر": 10, "تشرين الأول": 10, "نوفمبر": 11, "تشرين الثاني": 11, "نونبر": 11, "ديسمبر": 12, "كانون الأول": 12,
    "دجنبر": 12,
}  # fmt: skip


def order(locale: str, parts: tuple[str, ...] = PARTS) -> tuple[str, ...]:
    return tuple(reversed(parts)) if locale == "zh-Hant" else parts


def names(name: str, locale: str, parts: tuple[str, ...] = PARTS) -> tuple[str, ...]:
    """The HTML names of the inputs, in the order of the language."""
    return tuple(f"{name}.{part}" for part in order(locale, parts))


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read(reading: Reading, name: str, around: Around, required: bool) -> date | None:
    """The day; None when it was left empty or is wrong."""
    texts = _texts(reading, name, around, required, PARTS)
    if texts is None:
        return None
    day, month, year = _number(texts["day"], 31), _month(texts["month"]), _year(texts["year"], around)
    _refuse(reading, name, {"day": day, "month": month, "year": year})
    if day is None or month is None or year is None:
        return None
    if day > monthrange(year, month)[1]:
        leap = (month, day) == (2, 29)
        other = f"{name}.year" if leap else f"{name}.month"
        first, second = sorted([f"{name}.day", other], key=names(name, around.locale).index)
        reading.wrong(first, "no_leap_day" if leap else "no_such_day", (second,), day=day, month=month, year=year)
        return None
    return date(year, month, day)


def read_month(reading: Reading, name: str, around: Around, required: bool) -> date | None:
    """The first day of the month; None when it was left empty or is wrong."""
    texts = _texts(reading, name, around, required, MONTH_PARTS)
    if texts is None:
        return None
    month, year = _month(texts["month"]), _year(texts["year"], around)
    _refuse(reading, name, {"month": month, "year": year})
    return date(year, month, 1) if month and year else None


def _texts(
    reading: Reading, name: str, around: Around, required: bool, parts: tuple[str, ...]
) -> dict[str, str] | None:
    """What was written in each input; None where nothing was, or too little, which is noted."""
    found = {part: reading.one(f"{name}.{part}", 20) for part in parts}
    texts = {part: text for part, text in found.items() if text is not None}
    if len(texts) < len(parts):
        return None
    if not any(texts.values()):
        if required:
            first, *others = names(name, around.locale, parts)
            reading.wrong(first, "required", tuple(others))
        return None
    for part in order(around.locale, parts):
        if not texts[part]:
            reading.wrong(f"{name}.{part}", f"no_{part}")
            return None
    return texts


def _refuse(reading: Reading, name: str, read: Mapping[str, int | None]) -> None:
    for part, value in read.items():
        if value is None:
            reading.wrong(f"{name}.{part}", part)


def _number(text: str, most: int) -> int | None:
    bare = re.sub(r"[日月号號.]$", "", code(text))
    return int(bare) if re.fullmatch(r"[0-9]{1,2}", bare) and 1 <= int(bare) <= most else None


def _month(text: str) -> int | None:
    return _number(text, 12) or _months().get(folded(text))


@cache
def _months() -> dict[str, int]:
    """Names and short names of months in each language we speak."""
    found = {folded(name): month for name, month in _ARAB_MONTHS.items()}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, babel_locale(locale)).items():
                    found[folded(name)] = month
    return found


def _year(text: str, around: Around) -> int | None:
    bare = code(text)
    of_republic = bare.startswith("民國")
    bare = re.sub(r"^(民國|西元|公元)\s*|年$", "", bare).strip()
    if not re.fullmatch(r"[0-9]{1,4}", bare):
        return None
    year = int(bare)
    if of_republic or (around.locale == "zh-Hant" and len(bare) < 4):
        year += ROC if year else 0
    return year if EARLIEST <= year <= around.today.year + 150 else None


def typed(name: str, day: date) -> Typed:
    return {f"{name}.day": (str(day.day),), f"{name}.month": (str(day.month),), f"{name}.year": (str(day.year),)}


def echo(day: date, locale: str) -> str:
    """A long date; in Traditional Chinese with both years: 民國115年（2026年）11月24日."""
    if locale != "zh-Hant" or day.year <= ROC:
        return format_day(day, locale)
    return f"民國{day.year - ROC}年（{day.year}年）{day.month}月{day.day}日"


def echo_month(day: date, locale: str) -> str:
    if locale != "zh-Hant" or day.year <= ROC:
        return format_month(day, locale)
    return f"民國{day.year - ROC}年（{day.year}年）{day.month}月"


def example(words: Words) -> str:
    return words.say(N_("For example, 27 3 1985"))


def draw(
    drawing: Drawing, name: str, label: str, hint: str, *, part: str = "", is_birthday: bool = False,
    parts: tuple[str, ...] = PARTS, kind: str = "date",
) -> Together:  # fmt: skip
    """The inputs. An error stands at the group; the inputs it is about point to it."""
    labels = {"day": N_("Day"), "month": N_("Month"), "year": N_("Year")}
    mine = {key: problem for key, problem in drawing.errors.items() if key in names(name, drawing.around.locale, parts)}
    wrong = {input for key, problem in mine.items() for input in (key, *problem.also)}
    error = sentences((drawing.error(kind, key, part) for key in mine), drawing.around.locale)
    base = html_id(name)
    boxes = []
    for which in order(drawing.around.locale, parts):
        input = f"{name}.{which}"
        width: Literal["w2", "w4"] = "w4" if which == "year" else "w2"
        boxes.append(
            Box(
                html_id(input), input, drawing.words.say(labels[which]), value=drawing.value(input), width=width,
                inputmode="numeric", autocomplete=f"bday-{which}" if is_birthday else "off", direction="ltr",
                invalid=input in wrong, described=(f"{base}-error",) if input in wrong else (),
            )
        )  # fmt: skip
    return Together(base, label, tuple(boxes), hint, error, inline=True, described=(f"{base}-hint",) if hint else ())
