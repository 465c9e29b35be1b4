"""What the town's work comes to: counts and days by month, service and channel. What is rare is masked."""

from app.insights.counting import Recount, count, recount
from app.insights.in_vain import note as searched_in_vain

__all__ = ["Recount", "count", "recount", "searched_in_vain"]
