"""Files of a case as links: name, kind and size."""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

from babel.numbers import format_decimal

from app.cases.queries import Case
from app.kit import blobs
from app.kit.blobs import Received
from app.kit.db import Unit
from app.kit.i18n import N_, babel_locale, translate

_KINDS = {"application/pdf": "PDF", "image/jpeg": "JPG", "image/png": "PNG", "image/heic": "HEIC"}
_KILO, _MEGA = 1024, 1024 * 1024


class File(NamedTuple):
    name: str
    url: str
    meta: str = ""


def of_case(unit: Unit, case: Case, locale: str, url: Callable[[UUID], str]) -> dict[UUID, File]:
    """Every file that belongs to a case, by id; `url` gives the address of one."""
    return lines(blobs.of_owner(unit, case.id), locale, url)


def lines(files: Iterable[Received], locale: str, url: Callable[[UUID], str]) -> dict[UUID, File]:
    return {file.id: File(file.name, url(file.id), described(file, locale)) for file in files}


def described(file: Received, locale: str) -> str:
    """PDF, 120 KB."""
    kind = _KINDS.get(file.type, file.type)
    return translate(locale, N_("%(kind)s, %(size)s"), kind=kind, size=size(file.size, locale))


def size(count: int, locale: str) -> str:
    """As a form says it too, so that a receipt names one size."""
    if count >= _MEGA:
        return translate(locale, N_("%(number)s MB"), number=_number(count / _MEGA, locale, "#,##0.#"))
    return translate(locale, N_("%(number)s KB"), number=_number(max(1, count / _KILO), locale, "#,##0"))


def _number(value: float, locale: str, pattern: str) -> str:
    return str(format_decimal(value, pattern, locale=babel_locale(locale)))
