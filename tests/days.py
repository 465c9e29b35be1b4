"""Which day it is in the demo town: near midnight it is another one than on the machine."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.insights.summing import OVER

ZONE = ZoneInfo("Europe/Madrid")


def today() -> date:
    return datetime.now(UTC).astimezone(ZONE).date()


def summed_until() -> date:
    """The last day of the last month that is summed: one that is only just over is not yet."""
    return (datetime.now(UTC) - OVER).astimezone(ZONE).date().replace(day=1) - timedelta(days=1)
