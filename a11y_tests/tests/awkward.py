"""A server that behaves as badly as servers do."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from a11y_tests.tests.site import page

LATE = 6  # seconds that /late takes to answer: longer than the tests' patience

HTML = "text/html; charset=utf-8"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n"


def script(text: str) -> str:
    return page(f"<h1>A</h1><a href='/fine'>B</a><script>{text}</script>")


PAGES = {
    "/fine": page(),
    "/large": page("<h1>Long</h1>" + f"<p>{'word ' * 200}</p>\n" * 10_000),
    "/no-title": page(title=""),
    "/no-body": "<!doctype html><html lang=en><title>Nothing</title>",
    "/frames": "<html><title>Old</title><frameset cols='*'><frame src='/fine'></frameset>",
    "/alert": script("alert('Hello')"),
    "/confirm": script("setTimeout(() => confirm('Sure?'), 50)"),
    "/stay": script("onbeforeunload = e => e.preventDefault()"),
    "/busy": script("for (;;);"),
    "/freezes": script("setTimeout(() => { for (;;); }, 500)"),
    "/resized": script("onresize = () => { for (;;); }"),
    "/meta": "<!doctype html><html lang=en><title>On</title><meta http-equiv=refresh content='0;url=/meta'><p>On",
    "/sign-in": page("<h1>Sign in</h1><form><label>Password <input type=password></label></form>"),
}
BODIES = {path: (HTML, text.encode()) for path, text in PAGES.items()} | {
    "/pdf": ("application/pdf", PDF),
    "/words": ("text/plain; charset=utf-8", b"Words"),
    "/data": ("application/json", b'{"a": 1}'),
    "/file": ("application/octet-stream", b"\0" * 1000),
}


class Awkward(BaseHTTPRequestHandler):
    ends: ClassVar[Callable[[], object]]  # what ends the browser that asks for /ends

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path in ("/round", "/me"):
            self.send_response(302)
            self.send_header("Location", "/round?again" if path == "/round" else "/sign-in")
            self.end_headers()
        elif path == "/late":
            time.sleep(LATE)
        elif path == "/ends":
            type(self).ends()
        elif path in BODIES:
            kind, body = BODIES[path]
            self.answer(200, kind, body)
        elif path == "/sorry":
            self.answer(503, "text/html", page("<h1>Sorry</h1>").encode())
        else:
            self.answer(404, "text/html", b"")

    def answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if kind == "application/octet-stream":
            self.send_header("Content-Disposition", "attachment; filename=file.bin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def awkward(secret: ssl.SSLContext | None = None) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Awkward)
    server.daemon_threads = True
    if secret:
        server.socket = secret.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if secret else 'http'}://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def signed_by_nobody(folder: Path) -> ssl.SSLContext:
    """A certificate that a server made for itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    text = serialization.Encoding.PEM
    secret = key.private_bytes(text, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "server.pem"
    file.write_bytes(secret + made.public_bytes(text))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
