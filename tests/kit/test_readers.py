"""Connections that stay open between the units that read with them."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from app.kit import engines, readers
from app.kit.readers import Readers

COUNT = text("SELECT count(*) FROM line")
TWO = 2


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Engine]:
    made = create_engine(f"sqlite:///{tmp_path / 'town.db'}")
    with made.begin() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        connection.exec_driver_sql("CREATE TABLE line (id INTEGER)")
    yield made
    made.dispose()


@pytest.fixture
def two(writer: Engine) -> Iterator[Readers]:
    url = writer.url.render_as_string()
    made = Readers(engines.engine(url, "read"), TWO)
    yield made
    made.close()
    engines.forget(url)


def counted(connection: Connection) -> int:
    return int(connection.execute(COUNT).scalar_one())


def straight(connection: Connection) -> int:
    """Without SQLAlchemy, as a plan asks."""
    return int(connection.connection.cursor().execute(str(COUNT)).fetchone()[0])


@pytest.mark.parametrize("ask", [counted, straight])
def test_a_snapshot_stands_still_and_the_next_one_sees_what_was_written(two: Readers, writer: Engine, ask) -> None:  # type: ignore[no-untyped-def]
    for written in range(3):
        with two.snapshot() as connection:
            assert ask(connection) == written
            with writer.begin() as other:
                other.exec_driver_sql("INSERT INTO line VALUES (1)")
            assert ask(connection) == written


def test_one_after_the_other_reads_with_the_same_connection(two: Readers) -> None:
    with two.snapshot() as first:
        pass
    with two.snapshot() as second, two.snapshot() as beside:
        assert second is first
        assert beside is not first


def test_it_cannot_write(two: Readers) -> None:
    with pytest.raises(DBAPIError, match="readonly"), two.snapshot() as connection:
        connection.exec_driver_sql("INSERT INTO line VALUES (1)")


def test_a_connection_on_which_the_database_failed_is_not_used_again(two: Readers) -> None:
    with pytest.raises(DBAPIError), two.snapshot() as failed:
        failed.exec_driver_sql("SELECT * FROM nothing")
    assert failed.closed
    with two.snapshot() as connection:
        assert counted(connection) == 0


def test_what_goes_wrong_elsewhere_costs_no_connection(two: Readers) -> None:
    with pytest.raises(KeyError), two.snapshot() as used:
        raise KeyError
    with two.snapshot() as again:
        assert again is used


def test_a_connection_that_was_closed_is_opened_anew(two: Readers) -> None:
    for _ in range(TWO + 1):
        with two.snapshot() as connection:
            connection.close()


def test_who_comes_when_all_are_taken_waits_for_the_first_to_come_free(
    two: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[int] = []

    def read() -> None:
        with two.snapshot() as connection:
            found.append(counted(connection))

    with ExitStack() as taken:
        for _ in range(TWO):
            taken.enter_context(two.snapshot())
        with monkeypatch.context() as impatient:
            impatient.setattr(readers, "WAIT", 0.01)
            with pytest.raises(NoneFree):
                read()
        late = Thread(target=read)
        late.start()
    late.join()
    assert found == [0]
