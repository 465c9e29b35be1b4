"""Sentences of a form in the language of the page: the package's by key, the house's own by gettext."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import get_month_names
from babel.numbers import format_decimal

from app.forms.reading import EACH, Problem
from app.forms.sentences import SENTENCES
from app.kit import money
from app.kit.i18n import babel_locale, format_day, sentences, translate


@dataclass(frozen=True)
class Words:
    """`text` gives a sentence of the package in this locale by its key, None where the package has none."""

    text: Callable[[str], str | None]
    locale: str = "en"

    def say(self, message: str, **values: Any) -> str:
        return translate(self.locale, message, **values)

    def own(self, path: str, name: str, otherwise: str = "") -> str:
        """The package's sentence `field.PATH.NAME`, or a sentence of the house."""
        found = self.text(f"field.{path}.{name}")
        return found if found is not None else otherwise

    def label(self, path: str) -> str:
        return self.own(path, "label", path)

    def option(self, path: str, option: str) -> str:
        return self.own(path, f"option.{option}", option)

    def error(self, path: str, kind: str, problem: Problem) -> str:
        """What is wrong and what to do: the package's words for it if it has any."""
        if problem.name == EACH:
            return sentences((self.error(path, kind, one) for one in problem.values[EACH]), self.locale)
        values = {name: self._value(name, value) for name, value in problem.values.items()}
        own = self.text(f"field.{path}.error.{problem.name}")
        if own is not None:
            return _filled(own, values)
        sentence = SENTENCES.get((kind, problem.name)) or SENTENCES["any", problem.name]
        return self.say(sentence, **values)

    def number(self, value: Decimal | int) -> str:
        return format_decimal(value, locale=babel_locale(self.locale), decimal_quantization=False)

    def _value(self, name: str, value: Any) -> str:
        if isinstance(value, date):
            return format_day(value, self.locale)
        if isinstance(value, money.Amount):
            return money.written(value, self.locale)
        if name == "month":
            return str(get_month_names(locale=babel_locale(self.locale))[value])
        if name == "question":
            return self.label(str(value))
        if name == "year":
            return str(value)
        if isinstance(value, (int, Decimal)):
            return self.number(value)
        return str(value)


def _filled(sentence: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        sentence = sentence.replace(f"{{{name}}}", value)
    return sentence
