"""One case that is two, and how it becomes one again: for the door "together"."""

from app.cases.splitting.reading import files, find, off, parted, reason, untouched
from app.cases.splitting.verbs import REJOINED, SPLIT, insist, insist_rejoinable, one, rejoin, split

__all__ = [
    "REJOINED", "SPLIT", "files", "find", "insist", "insist_rejoinable", "off", "one", "parted", "reason", "rejoin",
    "split", "untouched",
]  # fmt: skip
