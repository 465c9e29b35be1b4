"""Money: whole minor units and a currency, never a fraction in floating point."""

from decimal import Decimal
from typing import NamedTuple

from babel import Locale
from babel.numbers import format_currency, get_currency_precision

from app.kit.i18n import babel_locale


class Amount(NamedTuple):
    minor: int
    currency: str


def is_known(currency: str) -> bool:
    return currency in Locale.parse("en").currencies


def decimals(currency: str) -> int:
    """How many digits the minor units of a currency have: 2 for euros, 0 for yen."""
    return get_currency_precision(currency)


def major(amount: Amount) -> Decimal:
    return Decimal(amount.minor).scaleb(-decimals(amount.currency))


def minor(number: Decimal, currency: str) -> int:
    """Whole minor units; ValueError for a part of a cent."""
    units = number.scaleb(decimals(currency))
    if units != units.to_integral_value():
        raise ValueError(f"{number} {currency} has a part of a minor unit.")
    return int(units)


def written(amount: Amount, locale: str) -> str:
    """To the cent, as the language writes it: €1,234.50 or 1.234,50 €."""
    return format_currency(major(amount), amount.currency, locale=babel_locale(locale))
