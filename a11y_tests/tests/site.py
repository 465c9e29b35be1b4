"""Small pages, served from memory, each clean but for what a test plants in it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STYLE = """
:root { color-scheme: light dark; background: light-dark(#fff, #0f171b); color: light-dark(#17202a, #f1f0ea) }
body { margin: 0; font: 18px/1.6 sans-serif; overflow-wrap: break-word }
main, header { padding: 16px }
a, button, summary { min-height: 48px; display: inline-flex; align-items: center }
p a { display: inline }
a { color: light-dark(#00515e, #8ad8dd) }
button { border: 2px solid; padding: 0 16px; font: inherit; color: inherit; background: light-dark(#fff, #0f171b) }
:focus-visible { outline: 3px solid CanvasText; outline-offset: 3px }
"""
CLEAN = """<h1>Register a dog</h1><p>Tell the town about a dog that lives with you.</p>
<h2>What you need</h2><p>The number of the chip, see <a href="/chip">where to find the number</a>, and its passport.</p>
<form><button>Start</button></form>"""


def page(main: str = CLEAN, *, style: str = "", lang: str = "en", direction: str = "ltr", title: str = "A page") -> str:
    return (
        f'<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}{style}</style></head>'
        f'<body><header><a href="#main">Skip to the content</a></header><main id="main" tabindex="-1">{main}</main>'
        "</body></html>"
    )


@dataclass
class Site:
    url: str = ""
    files: dict[str, str] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)  # how many seconds an answer takes
    heads: list[str] = field(default_factory=list)  # of which the head alone was asked for

    def put(self, path: str, body: str, **headers: str) -> str:
        self.files[path], self.headers[path] = body, headers
        return self.url + path


@contextmanager
def served() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            site.heads.append(self.path)
            self.do_GET()

        def do_GET(self) -> None:
            time.sleep(site.late.get(self.path, 0))
            body = site.files.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            kind = "application/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in site.headers.get(self.path, {}).items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.url = f"http://localhost:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
