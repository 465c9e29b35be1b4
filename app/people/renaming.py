"""Renaming a person in the one record, and the news of it."""

from app.people.events import PersonRenamed
from app.people.names.changing import (
    GENDER,
    PAPERS,
    QUIET,
    REASONS,
    Paper,
    RenamedMeanwhile,
    before,
    merge,
    rename,
    version,
)

# fmt: off
__all__ = [
    "GENDER", "PAPERS", "QUIET", "REASONS", "Paper", "PersonRenamed", "RenamedMeanwhile", "before", "merge", "rename",
    "version",
]
