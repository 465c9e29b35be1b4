"""Two cases that are one, and how they are taken apart again: for the door "together"."""

from app.cases.merging.checking import Merged, NotMerged, in_order, insist, one_applicant
from app.cases.merging.reading import MERGED, Merger, Part, goes_on, one, parts, standing
from app.cases.merging.verbs import MERGER, PARTING, insist_partable, merge, part, partable, settle

__all__ = [
    "MERGED", "MERGER", "PARTING", "Merged", "Merger", "NotMerged", "Part", "goes_on", "in_order", "insist",
    "insist_partable", "merge", "one", "one_applicant", "part", "partable", "parts", "settle", "standing",
]  # fmt: skip
