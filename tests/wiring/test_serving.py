"""The door of a town: the socket on which its web processes answer, and the database without which it stays shut."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import psycopg
from sqlalchemy import make_url

from app.commands import serving
from app.kit import settings
from tests.databases import SEEDED, Databases
from tests.sites import ROOT
from tests.wiring.test_running import soon


def test_an_answer_does_not_wait_for_the_one_before_it_to_be_acknowledged(monkeypatch, tmp_path):
    """Over a connection that is kept open, Nagle's algorithm would hold each answer back for 40 ms."""
    monkeypatch.setenv("KEYS", str(tmp_path / "keys"))
    door = serving.bind(settings.load(HOST="127.0.0.1", PORT=0, DEMO=True))

    async def accepted() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            found.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        async with await asyncio.start_server(come, sock=door):
            _, writer = await asyncio.open_connection(*door.getsockname())
            told = await found
            writer.close()
            await writer.wait_closed()
        return told

    assert asyncio.run(accepted())


def test_web_and_worker_wait_for_a_database_that_begins_later_than_they_do(
    databases: Databases, tmp_path: Path
) -> None:
    town = databases.clone("postgresql", SEEDED, "later", tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    given = {"DATABASE_URL": town.database_url, "BLOB_URL": town.blob_url, "KEYS": str(databases.keyring())}
    given |= {"HOST": "127.0.0.1", "PORT": str(port), "DEMO": "1", "LOG_LEVEL": "warning"}
    databases.put_away(town)

    def begin(command: str) -> subprocess.Popen[bytes]:
        with (tmp_path / f"{command}.log").open("w") as log:
            whole = [sys.executable, "-m", "app", command]
            return subprocess.Popen(whole, cwd=ROOT, env=os.environ | given, stdout=log, stderr=log)

    def waits(command: str) -> bool:
        return "waiting" in (tmp_path / f"{command}.log").read_text()

    def well() -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
                told = json.load(answer)
        except OSError:
            return False
        return (told["database"], told["worker"]) == ("ok", "ok")

    with ExitStack() as ending:
        _open(town.database_url, False)
        begun = {command: begin(command) for command in ("serve", "worker")}
        for process in begun.values():
            ending.callback(process.wait)
            ending.callback(process.kill)
        assert all(soon(lambda command=command: waits(command), 60) for command in begun)
        assert not any(process.poll() for process in begun.values())
        _open(town.database_url, True)
        assert soon(well, 60)


def _open(url: str, whether: bool) -> None:
    """Let PostgreSQL take connections to this database, or let it refuse them as it does while it begins."""
    mine = make_url(url)
    there = mine.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(there, autocommit=True) as server:
        server.execute(f'ALTER DATABASE "{mine.database}" ALLOW_CONNECTIONS {whether}')
