"""What the town's work comes to: counts and days by month, service and channel. What is rare is masked."""

from app.insights.counting import Recount, count, recount

__all__ = ["Recount", "count", "recount"]
