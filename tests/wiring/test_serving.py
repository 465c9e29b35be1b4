"""The door of a town: the socket on which its web processes answer."""

import asyncio
import socket

from app.commands import serving
from app.kit import settings


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
