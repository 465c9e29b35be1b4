"""One report: rows, standards and where they come from."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..criteria import criteria
from .answers import Answers
from .evidence import Evidence
from .manual import Manual, Tried
from .matrix import RESULTS, Row, matrix
from .standards import Standard, standards


@dataclass(frozen=True)
class Report:
    evidence: Evidence
    rows: dict[str, Row]
    standards: tuple[Standard, ...]
    manual: Manual
    notes: tuple[str, ...] = ()  # what has to be known of the journeys that were walked

    @property
    def people(self) -> int:
        """How many results of people count today."""
        return sum(len(self.valid(id)) for id in self.manual.procedures)

    def as_dict(self) -> dict[str, Any]:
        return {
            "evidence": self.evidence.as_dict(),
            "people": self.people,
            "criteria": {number: entry(row) for number, row in self.rows.items()},
            "standards": {one.id: told(one) for one in self.standards},
        }

    def as_data(self) -> dict[str, Any]:
        """What a page for people needs; the evidence is in it, so that all the rest can be made again from it."""
        return {
            "evidence": self.evidence.as_dict(),
            "manual": {
                id: {"criteria": list(steps.criteria), "days": [one.day.isoformat() for one in self.valid(id)]}
                for id, steps in self.manual.procedures.items()
            },
            "standards": {one.id: {"conforms": one.conforms, "counts": one.counts} for one in self.standards},
            "criteria": {
                number: {
                    "level": row.criterion.level,
                    "name": row.criterion.name,
                    "result": row.result,
                    "in_part": row.in_part,
                    "claimed": row.claimed,
                    "why": row.why,
                }
                for number, row in self.rows.items()
                if number in criteria()
            },
        }

    def valid(self, id: str) -> list[Tried]:
        return self.manual.valid(id, self.evidence.day)


def report(evidence: Evidence, root: Path, answers: Answers | None = None, manual: Manual | None = None) -> Report:
    manual = manual or Manual.read(root)
    answers = answers or Answers.read()
    rows = matrix(evidence, answers, manual)
    notes = tuple(answers.journeys[name].note for name in evidence.journeys if name in answers.journeys)
    return Report(evidence, rows, standards(rows, evidence.seen), manual, tuple(filter(None, notes)))


def entry(row: Row) -> dict[str, Any]:
    return {
        "level": row.criterion.level,
        "since": row.criterion.since,
        "name": row.criterion.name,
        "result": row.result,
        "in_part": row.in_part,
        "claimed": row.claimed,
        "reason": row.reason,
        "remains": row.remains,
        "parts": [{"by": part.by, "name": part.name, "result": part.result, "evidence": part.evidence}
                  for part in row.parts],
    }  # fmt: skip


def told(standard: Standard) -> dict[str, Any]:
    return {
        "name": standard.name,
        "conforms": standard.conforms,
        "counts": standard.counts,
        "clauses": [[one.id, one.name, one.level, one.result, one.reason] for one in standard.clauses],
    }


def counted(rows: list[Row]) -> str:
    """3 supports, 1 not tested"""
    counts = Counter(row.result for row in rows)
    return ", ".join(f"{counts[result]} {result}" for result in RESULTS if counts[result])
