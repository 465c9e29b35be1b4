"""Services by what they are called, for staff: also those that nobody looks for in public, such as an appeal."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from app.catalogue.definition import Service
from app.catalogue.reading import texts
from app.catalogue.searching.analysis import ALONE, Word, analyse, question
from app.catalogue.shelf import derived
from app.kit.db import Unit

SHORTEST = 4
"""Letters of the beginning of a word that may stand for it."""
NEAR = 0.8
"""How much a word with a mistake in it has in common with the right one."""


class Called(NamedTuple):
    """A service by its name in a language."""

    id: str
    name: str


class _Names(NamedTuple):
    name: str
    plain: frozenset[str]
    tokens: frozenset[str]


def called(unit: Unit, among: Sequence[Service], asked: str, locale: str, *, loose: bool) -> tuple[Called, ...]:
    """Those of which each word that was asked is in the name or in the words of people; with mistakes where `loose`."""
    wanted = [word for word in question(asked, locale) if word.weight != ALONE]
    if not wanted:
        return ()
    known = ((each.id, _names(unit, each, locale)) for each in among)
    return tuple(Called(id, names.name) for id, names in known if all(_is(word, names, loose) for word in wanted))


def _is(word: Word, names: _Names, loose: bool) -> bool:
    if word.token in names.tokens:
        return True
    if len(word.plain) < SHORTEST:
        return False
    begun = any(each.startswith(word.plain) for each in names.plain)
    return begun or (loose and bool(get_close_matches(word.plain, names.plain, 1, NEAR)))


def _names(unit: Unit, service: Service, locale: str) -> _Names:
    def made() -> _Names:
        said = texts(unit, service, locale)
        name = str(said("service.name"))
        found = analyse(f"{name} {said.get('service.words') or ''}", locale)
        return _Names(name, frozenset(word.plain for word in found), frozenset(word.token for word in found))

    return derived(unit, ("search.called", service.id, locale), made)
