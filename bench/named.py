"""Many invented people, the same at each making, as a real town has them: a few names that very many bear, and many
that few do. They are written as the record writes them: sealed, and found by the same tokens."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg

from app.kit import crypto, engines, keys
from app.kit.keys import SealingKey
from app.kit.towns import Town
from app.people.models import ContactPoint, Person, PersonFact, PersonToken
from app.people.search.indexing import tokens_of_name
from bench.crowd import connect

GIVEN = [
    "María", "Carmen", "Josefa", "Ana", "Isabel", "Dolores", "Pilar", "Teresa", "Rosa", "Francisca", "Antonia",
    "Lucía", "Marta", "Elena", "Inés", "Nour", "Amina", "Fátima", "Khadija", "Aicha", "Antonio", "José",
    "Manuel", "Francisco", "Juan", "David", "Javier", "Daniel", "Carlos", "Miguel", "Rafael", "Pedro", "Ángel",
    "Alejandro", "Pablo", "Mohamed", "Ahmed", "Youssef", "Rachid", "Omar", "Kofi", "Andrei", "Ion", "Olena",
    "Dmytro", "Giovanni", "Pierre", "Emma", "Oliver", "Greta",
]  # fmt: skip
SURNAMES = [
    "García", "Rodríguez", "González", "Fernández", "López", "Martínez", "Sánchez", "Pérez", "Gómez", "Martín",
    "Jiménez", "Ruiz", "Hernández", "Díaz", "Moreno", "Muñoz", "Álvarez", "Romero", "Alonso", "Gutiérrez",
    "Navarro", "Torres", "Domínguez", "Vázquez", "Ramos", "Gil", "Ramírez", "Serrano", "Blanco", "Molina",
    "Belkacem", "Benali", "Haddad", "Mensah", "Ortega", "Delgado", "Castro", "Ortiz", "Rubio", "Marín", "Sanz",
    "Núñez", "Iglesias", "Medina", "Garrido", "Cortés",
]  # fmt: skip
HAN, HAN_GIVEN = "陳林黃張李王吳劉蔡楊許鄭謝洪郭", "美惠志明淑芬家豪雅婷怡君俊傑宗翰詩涵冠宇欣怡承恩品睿子晴"
STARTS, MIDDLES, ENDS = (
    ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "tr", "pl"],
    ["a", "e", "i", "o", "u", "ia", "ue"],
    ["l", "n", "r", "s", "z", "d"],
)
SEED = 1492
AT_ONCE = 5_000
SINCE = date(2020, 1, 1)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def names(number: int) -> Iterator[str]:
    """So many names; the first are the same whatever the number."""
    chance = random.Random(SEED)  # noqa: S311  # invented people, the same at each making
    for _ in range(number):
        yield _name(chance)


def _name(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.03:
        return chance.choice(HAN) + "".join(chance.sample(HAN_GIVEN, 2))
    given = _common(chance, GIVEN) + (f" {_common(chance, GIVEN)}" if chance.random() < 0.3 else "")
    return f"{given} {_surname(chance)} {_surname(chance)}"


def _common(chance: random.Random, of: list[str]) -> str:
    """Few are borne by many: the place in the list falls off as it does in a register."""
    return of[min(int(len(of) * chance.random() ** 2.2), len(of) - 1)]


def _surname(chance: random.Random) -> str:
    if chance.random() < 0.6:
        return _common(chance, SURNAMES)
    syllables = [chance.choice(STARTS) + chance.choice(MIDDLES) for _ in range(chance.choice((2, 2, 3)))]
    return "".join([*syllables, chance.choice(ENDS)]).capitalize()


def questions(number: int) -> list[str]:
    """What clerks type of those who live in every town: names whole and in part, misheard, and numbers."""
    chance = random.Random(SEED + 1)  # noqa: S311
    asked = []
    known = list(enumerate(names(100)))
    for _ in range(number):
        place, name = chance.choice(known)
        words = name.split()
        asked.append(chance.choice((
            words[-1], f"{words[0]} {words[-1]}", " ".join(words[-2:]), words[-1][:4], name,
            f"{words[0][:3]} {words[-1][:3]}", name.replace("z", "s").replace("c", "k"), identifier(place),
            phone(place),
            "Zyxnobody",
        )))  # fmt: skip
    return asked


def identifier(place: int) -> str:
    return f"{place:08}{'TRWAGMYFPDXBNJZSQVHLCKE'[place % 23]}"


def phone(place: int) -> str:
    return f"+346{place:08}"


def settled(town: Town, number: int) -> None:
    """Let them live in a migrated town of PostgreSQL."""
    engines.dispose()
    with connect(town) as connection:
        connection.execute("SET session_replication_role = replica")  # no foreign key is looked up for each line
        lines: list[tuple[int, str]] = []
        for place, name in enumerate(names(number)):
            lines.append((place, name))
            if len(lines) == AT_ONCE:
                _write(connection, town, lines)
                lines = []
        _write(connection, town, lines)
        connection.execute("VACUUM ANALYZE")


def _write(connection: psycopg.Connection[Any], town: Town, lines: list[tuple[int, str]]) -> None:
    """One COPY a table."""
    rows: dict[type[Any], list[dict[str, Any]]] = {
        model: [] for model in (Person, SealingKey, PersonToken, PersonFact, ContactPoint)
    }
    for place, name in lines:
        for model, row in _rows(town, place, name):
            rows[model].append(row)
    for model, all_of in rows.items():
        if not all_of:
            continue
        columns = list(all_of[0])
        with connection.cursor().copy(f"COPY {model.__tablename__} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in all_of:
                copy.write_row([row[column] for column in columns])


def _rows(town: Town, place: int, name: str) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    ring, key, owner = town.keys, _bytes(place, "key"), UUID(bytes=_bytes(place, "person")[:16], version=4)

    def sealed(model: type[Any], column: str, row: UUID, text: str) -> bytes:
        return crypto.seal(key, keys.place(model, column, row), text.encode())

    yield Person, {"id": owner, "register_key": f"crowd-{place}", "created_at": NOW,
                   "name": sealed(Person, "name", owner, name),
                   "number_token": crypto.blind(ring, "identifier", identifier(place))}  # fmt: skip
    wrapped = crypto.seal(ring.derive("wrap"), keys.place(SealingKey, "wrapped", owner), key)
    yield SealingKey, {"owner": owner, "root": ring.current, "wrapped": wrapped}
    for token in tokens_of_name(ring, name):
        yield PersonToken, {"token": token, "person_id": owner}
    about = {"person_id": owner, "source": "register", "since": SINCE}
    born = date(1930, 1, 1) + timedelta(days=place % 33_000)
    yield PersonFact, {"id": UUID(bytes=_bytes(place, "fact")[:16], version=4), "key": "born", **about,
                       "value": born.isoformat()}  # fmt: skip
    row = UUID(bytes=_bytes(place, "phone")[:16], version=4)
    yield ContactPoint, {"id": row, "kind": "phone", "value": sealed(ContactPoint, "value", row, phone(place)),
                         "token": crypto.blind(ring, "phone", phone(place)), **about}  # fmt: skip


def _bytes(place: int, what: str) -> bytes:
    return random.Random(f"{place} {what}").randbytes(32)  # noqa: S311
