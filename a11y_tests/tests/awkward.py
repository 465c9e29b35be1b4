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
    "/steps": script(
        "const n = +location.search.slice(1);"
        "if (n < 6) document.write(`<meta http-equiv=refresh content='0;url=?${n + 1}'>`)"
    ),
    "/meta": "<!doctype html><html lang=en><title>On</title><meta http-equiv=refresh content='0;url=/meta'><p>On",
    "/acceso": page(
        "<h1>Acceso</h1><form method=post><label>Correo <input type=email></label><button>Enviar</button></form>",
        title="Oficina",
    ),
    "/news": page(
        "<h1>Town</h1><form method=post><label>E-mail <input type=email></label><button>Get news</button></form>"
    ),
    "/again": page("<h1>Sign in</h1><form method=post><button>Go on</button></form>"),
    "/required": page(
        "<h1>Sign in</h1><form method=post><label>Code <input name=code required></label><button>Go on</button></form>"
    ),
    "/link": page("<h1>Welcome</h1><form method=post action=/fine><button>Go on</button></form>"),
    "/sign-in": page("<h1>Sign in</h1><form><label>Password <input type=password></label></form>"),
}
LEADS = {"/round": "/round?again", "/me": "/sign-in", "/mio": "/acceso", "/home": "/news"}
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
        if path in LEADS:
            self.send_response(302)
            self.send_header("Location", LEADS[path])
            self.end_headers()
        elif path in ("/stream", "/locked"):
            self.send_response(401 if path == "/locked" else 200)
            self.send_header("WWW-Authenticate", 'Basic realm="town"')
            self.end_headers()
            if path == "/stream":
                self.drip()
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

    do_POST = do_GET

    def drip(self) -> None:
        """Bytes that never come to their end."""
        for _ in range(10 * LATE):
            self.wfile.write(b" ")
            time.sleep(0.1)

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


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in the middle is what some tests are about."""


@contextmanager
def awkward(secret: ssl.SSLContext | None = None) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Awkward)
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
