"""A person of the record, and cases that went through the real forms and the real desk, to be copied in great numbers:
each with its rows in every table that knows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, select
from sqlmodel import SQLModel

from app.cases.models import CaseFile
from app.identity import accounts
from app.kit import crypto, db, keys
from app.kit.settling import settle
from app.kit.towns import Town
from app.people.models import Person
from app.wiring import jobs
from app.wiring.models import METADATA
from tests import applying
from tests.proof import loads
from tests.towns import Client

LEFT = {"audit_entry", "audit_subject", "draft", "person_link", "person_name", "person_token"}
"""What is sealed in a chain, belongs to an account, or is a name that all of the crowd would have."""


@dataclass(frozen=True)
class Line:
    """A row of one table. `clear` holds what its sealed columns say."""

    table: str
    values: Mapping[str, Any]
    clear: Mapping[str, bytes]


@dataclass(frozen=True)
class Pattern:
    """`lines`: the case or the person first, then all that hangs on it. `at`: when it came."""

    id: UUID
    at: datetime
    lines: Sequence[Line]


@dataclass(frozen=True)
class Patterns:
    person: Pattern
    new: Pattern
    taken: Pattern
    waiting: Pattern
    answered: Pattern
    closed: Pattern

    @property
    def all(self) -> tuple[Pattern, ...]:
        return self.person, self.new, self.taken, self.waiting, self.answered, self.closed


def make(town: Town) -> Patterns:
    """Have Amina apply five times and write about one case; Clara takes one, asks about one and grants one."""
    loads.without_recall(town)
    amina, clara = Client(town).sign_in("amina"), Client(town).sign_in("clara")
    new, taken, waiting, answered, closed = (applying.certificate(amina) for _ in range(5))
    with db.read(town) as unit:
        hers = str(accounts.by_email(unit, "clara@puertoclaro.example"))
    _press(clara, f"/en/desk/cases/{taken}", {"assignee": hers}, "/assignment")
    _press(clara, f"/en/desk/cases/{waiting}/request", {"fields": "parents", "reason": "missing", "text": "Which?"})
    _press(clara, f"/en/desk/cases/{closed}/steps/grant", {})
    _press(amina, f"/en/cases/{answered}", {"text": "Is it ready?"}, "/messages")
    settle(town, jobs.install())
    amina.close(), clara.close()
    with db.read(town) as unit:
        found = [_case(unit, reference) for reference in (new, taken, waiting, answered, closed)]
        return Patterns(_person(unit, found[0].lines[0].values["person_id"]), *found)


def _press(who: Client, page: str, data: Mapping[str, str], to: str = "") -> None:
    answer = who.submit(page, dict(data), to=page + to)
    if answer.status_code != 303:
        raise RuntimeError(f"{page}: {answer.status_code}, {applying.problems(answer.text)}")


def _case(unit: db.Unit, reference: str) -> Pattern:
    cases = db.table(CaseFile)
    case = db.rows(unit, select(*cases.c).where(cases.c.reference == reference))[0]
    return Pattern(case.id, case.received_at, _lines(unit, cases, case, "case_id"))


def _person(unit: db.Unit, person_id: UUID) -> Pattern:
    people = db.table(Person)
    person = db.rows(unit, select(*people.c).where(people.c.id == person_id))[0]
    return Pattern(person.id, person.created_at, _lines(unit, people, person, "person_id"))


def _lines(unit: db.Unit, first: Any, row: db.AnyRow, owner: str) -> list[Line]:
    lines = [_line(unit, row.id, first, row)]
    for table in METADATA.sorted_tables:
        if (
            owner in table.c
            and table.name not in LEFT
            and (owner == "case_id" or not {"case_id", "reference"} & set(table.c.keys()))
        ):
            rows = db.rows(unit, select(*table.c).where(table.c[owner] == row.id))
            lines.extend(_line(unit, row.id, table, found) for found in rows)
    return lines


def _line(unit: db.Unit, owner: UUID, table: Any, row: db.AnyRow) -> Line:
    values = dict(row._asdict())
    binary = {column.name for column in table.c if isinstance(column.type, LargeBinary) and values[column.name]}
    clear = {}
    for column in sorted(binary):
        try:
            clear[column] = keys.open_bytes(unit, owner, where(table.name, column, values["id"]), values[column])
        except crypto.Unreadable:
            continue  # a token, which opens nothing
    return Line(table.name, values, clear)


def where(table: str, column: str, row_id: UUID) -> str:
    """The context of a sealed column of a table, by the table's name."""
    return keys.place(MODELS[table], column, row_id)


def _models(of: type[SQLModel]) -> dict[str, type[SQLModel]]:
    found = {str(of.__tablename__): of} if hasattr(of, "__table__") else {}
    for below in of.__subclasses__():
        found |= _models(below)
    return found


MODELS = _models(SQLModel)
