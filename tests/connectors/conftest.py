"""A real gateway on a port of its own: it keeps what it was sent and answers what a test tells it to."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Gateway:
    url: str = ""
    status: int = 200
    body: bytes = b'{"id": "sms-1"}'
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0
    got: list[tuple[str, dict[str, str], object]] = field(default_factory=list)


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    told = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.got.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            time.sleep(told.pause)
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            with suppress(ConnectionError):  # who waited too long is gone
                self.wfile.write(told.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}/send"
    yield told
    server.shutdown()
    thread.join()
    server.server_close()
