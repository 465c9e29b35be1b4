"""people.yaml: who the town knows, and who works for it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from app.catalogue import TownFolder
from app.catalogue.facts import Id
from app.catalogue.marked import Marked, read_yaml
from app.catalogue.problems import Problem
from app.catalogue.typed import Strict, typed

FILE = "people.yaml"
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+[0-9]{7,15}$")]


class Identifier(Strict):
    kind: Literal["es.dni", "es.nie", "tw.id", "tw.arc", "passport", "none"]
    value: str = ""


class StaffRole(Strict):
    department: Id
    function: Literal["clerk", "supervisor", "designer", "administrator"]


class Entry(Strict):
    """One person. `record: false`: an account only; the town's record does not know this person."""

    key: Id
    name: str
    parts: dict[Literal["given", "surname1", "surname2"], str] = {}
    preferred_name: str = ""
    latin_name: str = ""
    shown_as: str = ""
    born: date | None = None
    language: str
    level: Literal["0", "1", "2"]
    record: Literal["true", "false"] = "true"
    email: Email | None = None
    phone: Phone | None = None
    identifier: Identifier | None = None
    address: dict[str, Any] | None = None
    household: str = ""
    district: str = ""
    since: date | None = None
    channels: tuple[Literal["email", "sms", "letter", "portal", "counter"], ...] = ()
    access_needs: tuple[Id, ...] = ()
    identified: str = ""
    attested: dict[str, str] | None = None
    represented_by: tuple[Id, ...] = ()
    guardians: tuple[Id, ...] = ()
    staff: tuple[StaffRole, ...] = ()


class People(Strict):
    """`cast`: invented, to play the recorded runs and the demo; no town that works knows them."""

    cast: Literal["true", "false"] = "false"
    people: tuple[Entry, ...] = Field(min_length=1)


def read_people(folder: TownFolder) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The entries as they stand in the file, and everything that is wrong with them. A town may have none."""
    if FILE not in folder.source.files:
        return [], []
    problems: list[Problem] = []
    marked = read_yaml(folder.source, FILE, problems)
    people = typed(People, marked, problems)
    if marked is None or people is None:
        return [], problems
    return marked.data["people"], problems + list(_together(folder, people, marked))


def are_invented(folder: TownFolder) -> bool:
    """Whether the file names only who plays in recorded runs."""
    if FILE not in folder.source.files:
        return False
    people = typed(People, read_yaml(folder.source, FILE, []), [])
    return people is not None and people.cast == "true"


def _together(folder: TownFolder, people: People, marked: Marked) -> Iterator[Problem]:
    """What only shows when entries meet each other and the town."""
    keys = {entry.key for entry in people.people}
    departments = {department.id for department in folder.facts.departments} if folder.facts else set()
    seen: set[str] = set()
    for number, entry in enumerate(people.people):
        at = ("people", number)
        for what in filter(None, (entry.key, entry.email and entry.email.lower())):
            if what in seen:
                yield marked.problem((*at, "key"), f"“{what}” stands here twice. Change one of the two.")
            seen.add(what)
        if folder.facts and entry.language not in folder.locales:
            yield marked.problem((*at, "language"), f"Name one of the town's locales: {', '.join(folder.locales)}.")
        if entry.level != "0" and not entry.email:
            yield marked.problem((*at, "level"), "An account needs an e-mail address. Add `email`, or say level: 0.")
        for other in (*entry.represented_by, *entry.guardians):
            if other not in keys:
                yield marked.problem(at, f"There is nobody with the key “{other}”. Mend the spelling, or add them.")
        for place, role in enumerate(entry.staff):
            if departments and role.department not in departments:
                words = f"There is no department “{role.department}”. Name one of: {', '.join(sorted(departments))}."
                yield marked.problem((*at, "staff", place), words)
