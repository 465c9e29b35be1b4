"""Languages: which there are, how their texts, dates and numbers are written."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date as babel_date
from babel.dates import format_skeleton as babel_skeleton
from babel.dates import format_time as babel_time
from babel.support import NullTranslations, Translations

LOCALES = ("en", "es", "zh-Hant", "ar")
NAMES = {"en": "English", "es": "Español", "zh-Hant": "繁體中文", "ar": "العربية"}
_TAGS = {"en": "en", "es": "es-ES", "zh-Hant": "zh-Hant-TW", "ar": "ar"}
_BABEL = {"en": "en_GB", "es": "es_ES", "zh-Hant": "zh_Hant_TW", "ar": "ar"}
_FOLDERS = {"en": "en", "es": "es", "zh-Hant": "zh_Hant", "ar": "ar"}
_COMMAS = {"zh-Hant": "、", "ar": "، "}
_GAPS = {"zh-Hant": ""}
_COLONS = {"zh-Hant": "："}
_ENDED = tuple("?？؟!！.。…:：")
_DAYS_OF_YEAR = {
    "en": "EEEE d MMMM", "es": "EEEE, d 'de' MMMM", "zh-Hant": "M月d日（EEE）", "ar": "EEEE، d MMMM",
}  # fmt: skip
_PATTERNS = {("zh-Hant", "full"): "y年M月d日（EEEE）"}
"""CLDR sets the weekday apart by a space, and the words after it would run on."""

DOMAIN = "ventanilla"
FOLDER = Path(__file__).parents[2] / "locales"


def N_(message: str) -> str:
    """Mark a sentence for the catalogues; it is translated where it is shown."""
    return message


def lang_tag(locale: str) -> str:
    """What stands in `lang`: es-ES for es, zh-Hant-TW for zh-Hant."""
    return _TAGS[locale]


def direction(locale: str) -> str:
    return "rtl" if locale == "ar" else "ltr"


@cache
def babel_locale(locale: str) -> Locale:
    return Locale.parse(_BABEL[locale])


@cache
def translations(locale: str) -> NullTranslations:
    """The compiled catalogue of a locale; English is the source and needs none."""
    if locale == "en":
        return NullTranslations()
    return Translations.load(FOLDER, [_FOLDERS[locale]], domain=DOMAIN)


def translate(locale: str, message: str, **values: object) -> str:
    text = str(translations(locale).ugettext(message))
    return text % values if values else text


def translate_many(locale: str, one: str, many: str, number: int, **values: object) -> str:
    text = str(translations(locale).ungettext(one, many, number))
    return text % {"number": number, **values}


def listed(parts: Iterable[str], locale: str) -> str:
    """Things side by side, with the comma of the language."""
    return _COMMAS.get(locale, ", ").join(parts)


def either(parts: Iterable[str], locale: str) -> str:
    """Things of which one is enough: JPEG, PNG or PDF."""
    *first, last = [*parts] or [""]
    if not first:
        return last
    return translate(locale, N_("%(first)s or %(last)s"), first=listed(first, locale), last=last)


def gap(locale: str) -> str:
    """What stands between two sentences: a full-width stop needs no space behind it."""
    return _GAPS.get(locale, " ")


def sentences(parts: Iterable[str], locale: str) -> str:
    """One sentence after the other, without those that are empty."""
    return gap(locale).join(part for part in parts if part)


def after(label: str, words: str, locale: str) -> str:
    """What is said of a question, behind it: a question ends with its own mark, everything else with a colon."""
    mark = "" if label.endswith(_ENDED) else _COLONS.get(locale, ":")
    return f"{label}{mark}{gap(locale)}{words}"


def language_name(locale: str, reader: str) -> str:
    """The name of a language in the reader's own."""
    spoken, names = babel_locale(locale), babel_locale(reader).languages
    return str(names.get(f"{spoken.language}_{spoken.script}") or names.get(spoken.language) or "")


@lru_cache(4096)
def format_day(day: date, locale: str, style: str = "long") -> str:
    """A civil date. `style`: long (24 November 2026), full (with the weekday), medium, or a CLDR pattern."""
    return babel_date(day, _PATTERNS.get((locale, style), style), locale=babel_locale(locale))


def format_month(day: date, locale: str) -> str:
    """The month of a day, with its year."""
    return str(babel_skeleton("yMMMM", day, locale=babel_locale(locale)))


def format_day_of_year(day: date, locale: str) -> str:
    """A day with its weekday and month, where the year goes without saying."""
    return format_day(day, locale, _DAYS_OF_YEAR[locale])


def format_moment(moment: datetime, locale: str, zone: str) -> str:
    """A moment in the town's zone, by day and minute."""
    local = moment.astimezone(ZoneInfo(zone))
    day = format_day(local.date(), locale)
    clock = format_clock(time(local.hour, local.minute), locale)
    return translate(locale, N_("%(day)s, %(time)s"), day=day, time=clock)


@lru_cache(4096)
def format_clock(at: time, locale: str) -> str:
    """Hours and minutes."""
    return str(babel_time(at, "HH:mm", locale=babel_locale(locale)))


def choose_locale(accept_language: str, offered: tuple[str, ...] = LOCALES) -> str:
    """The offered locale that a browser likes best; the first one when it likes none."""
    wishes = []
    for part in accept_language.split(",")[:20]:
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            continue
        wishes.append((weight, tag.lower()))
    for weight, tag in sorted(wishes, key=lambda wish: -wish[0]):
        if weight <= 0:
            continue
        if tag.startswith("zh"):
            tag = "zh-hant"
        for locale in offered:
            if tag == locale.lower() or tag.partition("-")[0] == locale.lower():
                return locale
    return offered[0]
