"""The only clock. A town carries one, so that a scratch town can travel in time."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Wall time, aware and in UTC; `set` and `move` shift it for a scratch town."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def set(self, at: datetime) -> None:
        self._ahead = at - datetime.now(UTC)

    def move(self, by: timedelta) -> None:
        self._ahead += by
