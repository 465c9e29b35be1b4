"""Every SELECT that finds people: by a document's number, an e-mail address, a phone, or a name as it is remembered.

Each question reads few lines of an index (`kit/bearers.py`), so that it takes about as long among a million people as
among ten thousand. What is found is ranked: the words themselves, words that begin so, words that sound so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import phonenumbers
from sqlalchemy import bindparam, select

from app.kit import bearers, blinding, db, keys
from app.kit.db import Unit
from app.people.identifying import by_number
from app.people.importing import contact_token
from app.people.models import ContactPoint, Person, PersonFact, PersonName, PersonToken
from app.people.search.indexing import NAME

MOST, QUIET = 20, "quiet"
MANY, AT_ONCE = 100, 25
"""Names that are opened to see how a long word goes on, and how many of them before it is asked whether that is enough.
"""
DIGITS = 6
"""A phone number has at least that many."""

P, N, C, F = (db.table(model).c for model in (Person, PersonName, ContactPoint, PersonFact))
CARD = keys.beside(select(P.id, P.name).where(P.id.in_(bindparam("ids", expanding=True))), P.id)
OTHERS = (
    select(N.id, N.person_id, N.kind, N.value)
    .where(N.person_id.in_(bindparam("ids", expanding=True)))
    .order_by(N.since, N.id)
)
BORN = select(F.person_id, F.value).where(F.person_id.in_(bindparam("ids", expanding=True)), F.key == "born")
BY_CONTACT = (
    select(C.person_id)
    .where(C.token.in_(bindparam("tokens", expanding=True)))
    .distinct()
    .order_by(C.person_id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True)
class Found:
    """One person of an answer. `others`: her other names; `born` is a day in ISO, or "". She is found by her `quiet`
    names too, which are not shown."""

    id: UUID
    name: str
    others: tuple[str, ...]
    born: str
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """`more`: there are further ones, whom a further word would tell apart. `alike`: nobody is written so, these are
    people whose names sound or begin alike."""

    people: tuple[Found, ...]
    more: bool
    alike: bool = False


def find(unit: Unit, typed: str, region: str, most: int = MOST) -> Answer:
    """People whom this may mean: numbers and addresses exactly, names as they are remembered; the closest first."""
    known = _exactly(unit, typed, region, most)
    order = known or _by_name(unit, typed, most)
    shown = _cards(unit, list(order)[: most + 1])
    ranked = sorted(shown, key=lambda each: (order[each.id], *_likeness(each, typed)))
    asked = len(blinding.words(typed))
    alike = bool(ranked) and not known and all(-_likeness(each, typed)[0] < asked for each in ranked)
    return Answer(tuple(ranked[:most]), len(order) > most, alike)


def day(iso: str) -> date:
    """A birth date as facts keep it."""
    return date.fromisoformat(iso)


def _exactly(unit: Unit, typed: str, region: str, most: int) -> dict[UUID, int]:
    """By what only she has. An address, a phone and a number can be mistaken for a name, never for each other."""
    found: list[UUID] = []
    if any(c.isdigit() for c in typed):
        found += filter(None, [by_number(unit, typed)])
    contacts = [contact_token(unit, "email", typed)] if "@" in typed else []
    if number := phone(typed, region):
        contacts.append(contact_token(unit, "phone", number))
    if contacts:
        found += [row.person_id for row in db.rows(unit, BY_CONTACT, tokens=contacts, most=most + 1)]
    return dict.fromkeys(found, 0)


def _by_name(unit: Unit, typed: str, most: int) -> dict[UUID, int]:
    """Each person with the number of the first way that found her."""
    order: dict[UUID, int] = {}
    for number, way in enumerate(blinding.ways(unit.town.keys, NAME, typed)):
        if len(order) > most or (way.loose and order):
            break
        found = bearers.first(unit, db.table(PersonToken), "person_id", way.needs, MANY if way.cut else most + 1)
        found = [each for each in found if each not in order]
        for person_id in _begun(unit, found, typed, most + 1 - len(order)) if way.cut else found:
            order[person_id] = number
    return order


def _begun(unit: Unit, ids: list[UUID], typed: str, enough: int) -> list[UUID]:
    """Those whose names begin with all that was typed, not only with the first letters that are indexed."""
    asked, found = blinding.words(typed), list[UUID]()
    for start in range(0, len(ids), AT_ONCE):
        found += [
            each.id
            for each in _cards(unit, ids[start : start + AT_ONCE])
            if any(
                _shared(asked, blinding.words(name)) == len(asked) for name in (each.name, *each.others, *each.quiet)
            )
        ]
        if len(found) >= enough:
            break
    return found


def _cards(unit: Unit, ids: list[UUID]) -> list[Found]:
    """Who they are; one who is being erased is left out."""
    if not ids:
        return []
    rows = [row for row in db.rows(unit, CARD, ids=ids) if row.wrapped is not None]
    for row in rows:
        keys.learn(unit, row.id, row)
    others: dict[UUID, list[str]] = {}
    quiet: dict[UUID, list[str]] = {}
    known = {row.id for row in rows}
    for other in db.rows(unit, OTHERS, ids=ids):
        if other.person_id in known:
            name = keys.open(unit, other.person_id, keys.place(PersonName, "value", other.id), other.value)
            (quiet if other.kind == QUIET else others).setdefault(other.person_id, []).append(name)
    born = {row.person_id: row.value for row in db.rows(unit, BORN, ids=ids)}
    return [
        Found(
            row.id,
            keys.open(unit, row.id, keys.place(Person, "name", row.id), row.name),
            tuple(others.get(row.id, ())),
            born.get(row.id, ""),
            tuple(quiet.get(row.id, ())),
        )
        for row in rows
    ]


def _likeness(one: Found, typed: str) -> tuple[int, int, str]:
    """Within one way: names with more of the words, as far as they were typed, then shorter ones, then in order."""
    asked = blinding.words(typed)
    best = max(_shared(asked, blinding.words(name)) for name in (one.name, *one.others, *one.quiet))
    return -best, len(one.name), blinding.fold(one.name)


def _shared(asked: Iterable[str], named: list[str]) -> int:
    return sum(any(word.startswith(part) for word in named) for part in asked)


def phone(typed: str, region: str) -> str:
    """The number in E.164, or ""."""
    if sum(c.isdigit() for c in typed) < DIGITS:
        return ""
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
