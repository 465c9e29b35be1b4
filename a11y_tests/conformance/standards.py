"""The same rows in the order and by the numbers that each standard uses."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .evidence import States
from .matrix import RESULTS, Result, Row, weakest

EN_301_549 = Path(__file__).with_name("en301549.toml")
VERSION_2_1 = ("2.0", "2.1")
# Requirements for sets of pages, which a document cannot meet (EN 301 549, chapter 10).
NOT_FOR_DOCUMENTS = ("2.4.1", "2.4.5", "3.2.3", "3.2.4")

Rows = Mapping[str, Row]


@dataclass(frozen=True)
class Clause:
    id: str
    name: str
    result: Result
    reason: str = ""
    level: str = ""


@dataclass(frozen=True)
class Standard:
    id: str
    name: str
    clauses: tuple[Clause, ...]

    @property
    def counts(self) -> dict[Result, int]:
        counted = Counter(clause.result for clause in self.clauses)
        return {result: counted[result] for result in RESULTS}

    @property
    def conforms(self) -> bool:
        """Said only when each clause was tested to its end, or speaks of nothing that is there."""
        return all(clause.result in ("supports", "not applicable") for clause in self.clauses)


def standards(rows: Rows, seen: States | None = None) -> tuple[Standard, ...]:
    return (wcag22(rows), une139803(rows), en301549(rows, seen or {}), *taiwan(rows))


def wcag22(rows: Rows) -> Standard:
    """All 86; what is promised of AAA is said row by row."""
    clauses = [clause(row) for number, row in rows.items() if number != "4.1.1"]
    return Standard("wcag22", "WCAG 2.2", tuple(clauses))


def une139803(rows: Rows) -> Standard:
    """UNE 139803:2012 asks for the 38 criteria of WCAG 2.0 at A and AA."""
    asked = [row for row in by_number(rows) if row.criterion.since == "2.0" and row.criterion.level != "AAA"]
    return Standard("une139803", "UNE 139803:2012, AA", tuple(map(clause, asked)))


def taiwan(rows: Rows) -> tuple[Standard, ...]:
    """Website accessibility guideline 110.07: levels A, AA and AAA are those of WCAG 2.1, each with the ones before."""
    old = [row for row in by_number(rows) if row.criterion.since in VERSION_2_1]
    return tuple(
        Standard(
            f"taiwan-{levels[-1].lower()}",
            f"Taiwan, website accessibility guideline 110.07, level {levels[-1]}",
            tuple(clause(row) for row in old if row.criterion.level in levels),
        )
        for levels in (("A",), ("A", "AA"), ("A", "AA", "AAA"))
    )


def en301549(rows: Rows, seen: States | None = None) -> Standard:
    """`seen` says what programs looked at where nothing more can be said."""
    data = tomllib.loads(EN_301_549.read_text("utf8"))
    for answer in (each for each in data["answers"].values() if "looked" in each):
        looked = sum(len((seen or {}).get(place, ())) for place in answer["looked"])
        said = f"Programs looked at {looked} kinds of them, as web pages." if looked else "Neither have programs."
        answer["not_tested"] += f" {said}"
    chapters: dict[str, list[Clause]] = {chapter: [] for chapter in ("4", "5", "9", "10", "11", "12")}
    web = [row for row in by_number(rows) if row.criterion.since in VERSION_2_1 and row.criterion.level != "AAA"]
    chapters["9"] += [clause(row, f"9.{row.criterion.number}") for row in web]
    chapters["9"].append(Clause("9.6", "WCAG conformance requirements", weakest([row.result for row in web])))
    for chapter, not_there in (("10", NOT_FOR_DOCUMENTS), ("11", ())):
        for row in web:
            if row.criterion.number not in not_there:
                id, name = f"{chapter}.{row.criterion.number}", row.criterion.name["en"]
                chapters[chapter].append(answered(id, name, data["answers"], rows))
    for id, name in data["names"].items():
        chapters[id.split(".")[0]].append(answered(id, name, data["answers"], rows))
    clauses = [one for each in chapters.values() for one in sorted(each, key=lambda one: numbers_of(one.id))]
    return Standard("en301549", "EN 301 549 V3.2.1", tuple(clauses))


def answered(id: str, name: str, answers: Mapping[str, Mapping[str, Any]], rows: Rows) -> Clause:
    """By the answer of the clause itself, or of the nearest above it."""
    parts = id.split(".")
    above = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    answer = next((answers[one] for one in above if one in answers), {})
    if "criteria" in answer:
        numbers = answer["criteria"]
        return Clause(id, name, weakest([rows[number].result for number in numbers]), ", ".join(numbers))
    if "not_applicable" in answer:
        return Clause(id, name, "not applicable", str(answer["not_applicable"]))
    return Clause(id, name, "not tested", str(answer.get("not_tested", "")))


def by_number(rows: Rows) -> list[Row]:
    return sorted(rows.values(), key=lambda row: numbers_of(row.criterion.number))


def numbers_of(id: str) -> tuple[int, ...]:
    return tuple(map(int, id.split(".")))


def clause(row: Row, id: str = "") -> Clause:
    return Clause(id or row.criterion.number, row.criterion.name["en"], row.result, row.reason, row.criterion.level)
