"""A letter box: shows the HTML of a mail or letter that went out, alone, as a mail program or a printer does."""

import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.sites import Site


@contextmanager
def letter_box(site: Site) -> Iterator[str]:
    """Its address; the item with this id stands below it. A letter's own style comes from the town."""

    class Box(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/static/"):
                with urllib.request.urlopen(site.url + self.path, timeout=10) as answer:
                    self.answer(answer.read(), answer.headers["Content-Type"])
            else:
                wanted = self.path.strip("/")
                self.answer(
                    next(item for item in site.mailbox() if item["id"] == wanted)["html"].encode(),
                    "text/html; charset=utf-8",
                )

        def answer(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Box)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
