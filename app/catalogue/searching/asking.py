"""Asking: in the language of the page, and where that finds nothing in the others, since people mix them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.searching.analysis import is_han, question
from app.catalogue.searching.index import Hit, Index
from app.catalogue.searching.keeping import index
from app.kit.cache import LONGEST
from app.kit.db import Unit


@dataclass(frozen=True)
class Found:
    """`index` is the one that answered, `own` that of the page's language. `current`: of the content as it is now."""

    hits: Sequence[Hit]
    index: Index
    own: Index
    current: bool


def cleaned(text: str) -> str:
    """What somebody asks, on one line and without what cannot be seen."""
    line = " ".join(text[:LONGEST].split())
    return "".join(letter for letter in line if letter.isprintable()).strip()


def ask(unit: Unit, text: str, locale: str) -> Found:
    own, current = index(unit, locale)
    hits = own.search(text)
    if hits or not says_something(text, locale):
        return Found(hits, own, own, current)
    for other in unit.town.locales:
        if other != locale:
            asked, its = index(unit, other)
            if hits := asked.search(text):
                return Found(hits, asked, own, current and its)
    return Found((), own, own, current)


def says_something(text: str, locale: str) -> bool:
    """A single letter stands somewhere in every language and means nothing in any; a single Han character is a word."""
    return any(len(word.plain) > 1 or is_han(word.token) for word in question(text, locale))
