"""What the town's work comes to: counts and days by month, service and channel. What is rare is masked."""

from app.insights.counting import Recount, count, recount
from app.insights.in_vain import note as searched_in_vain
from app.insights.public.reading import version
from app.insights.public.telling import in_numbers
from app.insights.summing import EVERY as SUMMED_EVERY
from app.insights.summing import sum_again, sum_due, to_sum

__all__ = [
    "SUMMED_EVERY",
    "Recount",
    "count",
    "in_numbers",
    "recount",
    "searched_in_vain",
    "sum_again",
    "sum_due",
    "to_sum",
    "version",
]
