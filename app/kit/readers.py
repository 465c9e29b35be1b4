"""Connections to an SQLite file that stay open between the units that read with them.

To take a connection from SQLAlchemy's pool, begin on it and give it back costs more than most questions take to answer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from sqlite3 import Error

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

WAIT = 30
"""Seconds for one to come free."""


class Readers:
    """As many as `most`, opened when they are first needed. The engine must not begin transactions by itself."""

    def __init__(self, engine: Engine, most: int) -> None:
        self._engine = engine
        self._idle: LifoQueue[Connection | None] = LifoQueue()
        for _ in range(most):
            self._idle.put(None)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A transaction that only reads. A connection on which the database failed is not used again."""
        try:
            held = self._idle.get(timeout=WAIT)
        except Empty:
            raise NoneFree(f"no reader came free in {WAIT} seconds") from None
        try:
            held = held or self._engine.connect()
            held.connection.cursor().execute("BEGIN")
            yield held
        except (DBAPIError, Error):
            _drop(held)
            held = None
            raise
        finally:
            self._idle.put(held if _rested(held) else None)

    def close(self) -> None:
        """Close those that nobody reads with."""
        for held in [self._idle.get_nowait() for _ in range(self._idle.qsize())]:
            if held is not None:
                held.close()
            self._idle.put(None)


def _rested(held: Connection | None) -> bool:
    """Whether the connection can be used again. A question that got no plan went through SQLAlchemy, which then thinks
    that it began."""
    if held is None or held.closed:
        return False
    try:
        (held if held.in_transaction() else held.connection).rollback()
    except (DBAPIError, Error):
        _drop(held)
        return False
    return True


def _drop(held: Connection | None) -> None:
    if held is not None:
        held.invalidate()
        held.close()
