"""A town of any size on PostgreSQL: people, and cases copied from patterns under keys, ids and references of their own.

Rows are written by COPY, without foreign keys being looked up: what is copied refers to what is copied with it.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID

from app.kit import blinding, crypto, engines, ids
from app.kit.crypto import Keyring
from app.kit.towns import Town
from app.people.search.indexing import NAME
from bench import derived, loading, named
from bench.copies import copied, hexed, identity
from bench.derived import Rows
from bench.patterns import Line, Pattern, Patterns

YEARS = timedelta(days=5 * 365)
WEEKS = timedelta(days=60)
"""How far back cases go, closed and open ones."""
HERS = 60
"""Open cases that one clerk has, however large the town."""
READ, WHOLE = 4_000, 1_000
"""Closed cases that somebody may open, of the oldest and of the newest; and people whom somebody looks at in full."""
NAMES = 20_000
"""Names that are written on cases."""
MOMENT = timedelta(microseconds=1)
TRIES, SPREAD = 64, 11_400_714_819
"""Odd, so that numbers apart stay apart."""


@dataclass(frozen=True)
class Crowd:
    """How many people, how many cases they have, and how many of those are still open."""

    people: int
    cases: int
    open: int

    def pattern(self, patterns: Patterns, number: int) -> Pattern:
        """The cases are written in the order in which they came: the open ones last."""
        place = number - (self.cases - self.open)
        if place < 0:
            return patterns.closed
        if place < HERS:
            return patterns.taken
        if place % 40 == 1:
            return patterns.answered
        return patterns.waiting if place % 4 == 0 else patterns.new

    @property
    def old(self) -> range:
        """Closed cases of which lists show a line, and that nobody opens but who looks at one of the first people."""
        return range(READ, max(READ, self.cases - self.open - READ))

    @staticmethod
    def reference(number: int) -> str:
        """One that no other number has: so many drawn by lot would meet."""
        drawn = ((number * TRIES + turn) * SPREAD % 32**7 for turn in range(TRIES))
        value = next(value for value in drawn if value % 37 < 32)
        code = "".join(ids.ALPHABET[value >> 5 * place & 31] for place in reversed(range(7)))
        return f"VC-{code[:4]}-{code[4:]}{ids.CHECKS[value % 37]}"

    def received(self, number: int, now: datetime) -> datetime:
        shut = self.cases - self.open
        if number < shut:
            return now - WEEKS - YEARS * (1 - number / shut)
        return now - WEEKS * (1 - (number - shut) / max(1, self.open))


def fill(town: Town, crowd: Crowd, patterns: Patterns, processes: int = 2) -> None:
    """Write so many people and cases into a town on PostgreSQL, and have the database look at what it holds."""
    engines.dispose()
    now, whole = town.clock.now(), patterns.person
    tables = {line.table for pattern in patterns.all for line in pattern.lines} | {"sealing_key", "person_token"}
    with loading.bare(town, tables):
        loading.spread(crowd.people, processes, lambda numbers: _people(town, patterns, now, numbers))
        since = now - YEARS
        derived.hang(town, whole, _describing(whole), Rows("person", "created_at", since, since + MOMENT), whole.id)
        loading.spread(crowd.cases, processes, lambda numbers: _cases(town, crowd, patterns, now, numbers))
        if old := crowd.old:
            since, until = crowd.received(old[0], now), crowd.received(old[-1] + 1, now)
            rows = Rows("case_file", "received_at", since, until, person(WHOLE))
            derived.hang(town, patterns.closed, patterns.closed.lines[1:], rows, whole.id)


def _identifying(pattern: Pattern) -> Pattern:
    """A person's lines that are sealed or found by tokens."""
    return replace(pattern, lines=[line for line in pattern.lines if line not in _describing(pattern)])


def _describing(pattern: Pattern) -> list[Line]:
    return [line for line in pattern.lines if not line.clear]


def _people(town: Town, patterns: Patterns, now: datetime, numbers: range) -> None:
    pattern = _identifying(patterns.person)

    def rows(number: int, chance: random.Random) -> Iterator[tuple[str, str]]:
        owner, name = person(number), named.name(number)
        yield from copied(town, pattern, owner, now - YEARS, chance, said=_said(town, number, name))
        ending = f"\t{owner}\n"
        for token in _tokens(town.keys, name):
            yield "person_token (token, person_id)", token + ending

    loading.write(town, numbers, rows)


def _tokens(ring: Keyring, name: str) -> set[str]:
    """Those of `tokens_of_name`; the same words come again and again."""
    made = {hexed(token) for token in blinding.pairs(ring, NAME, name)}
    for word in name.split():
        if word not in _known:
            _known[word] = frozenset(hexed(token) for token in blinding.tokens(ring, NAME, word))
        made |= _known[word]
    return made


_known: dict[str, frozenset[str]] = {}


def _said(town: Town, number: int, name: str) -> dict[str, bytes]:
    phone, email = named.phone(number), named.email(number)
    return {
        "person.name": name.encode(),
        "person.number_token": crypto.blind(town.keys, "identifier", named.identifier(number)),
        "contact_point.value/phone": phone.encode(),
        "contact_point.token/phone": crypto.blind(town.keys, "phone", phone),
        "contact_point.value/email": email.encode(),
        "contact_point.token/email": crypto.blind(town.keys, "email", email),
    }


def _cases(town: Town, crowd: Crowd, patterns: Patterns, now: datetime, numbers: range) -> None:
    whole = patterns.closed
    first, names = replace(whole, lines=whole.lines[:1]), dict[int, bytes]()

    def rows(number: int, chance: random.Random) -> Iterator[tuple[str, str]]:
        received, whose = crowd.received(number, now), chance.randrange(crowd.people)
        pattern = first if number in crowd.old and whose >= WHOLE else crowd.pattern(patterns, number)
        name = whose % NAMES
        if name not in names:
            names[name] = json.dumps(named.name(name), ensure_ascii=False).encode()
        said = {"reference": crowd.reference(number).encode(), "case_file.name": names[name]}
        case_id, hers = identity(received, chance), {patterns.person.id: person(whose)}
        return copied(town, pattern, case_id, received, chance, hers, said)

    loading.write(town, numbers, rows)


@cache
def person(number: int) -> UUID:
    """The id of a person of the crowd."""
    return identity(datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=number), random.Random(number))  # noqa: S311
