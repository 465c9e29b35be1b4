"""A small office for the modules of static/js: pages made of the real layout, under the policy that real pages have."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_tests.browser import Browser
from app.kit.assets import _file
from app.kit.pages import Here, alternates
from app.kit.templates import environment

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; "
    "trusted-types htmx worker"
)
PAGE = """{% extends "layout.html" %}{% block title %}Try{% endblock %}
{% block styles %}<link rel="stylesheet" href="{{ asset("css/features/forms.css") }}">
<link rel="stylesheet" href="{{ asset("css/features/files.css") }}">{% endblock %}
{% block scripts %}{% for name in scripts %}<script src="{{ asset("js/" ~ name) }}" type="module"></script>{% endfor %}
{% endblock %}{% block main %}<h1>Try</h1>BODY{% endblock %}"""
BODIES = {
    "/form": """<form action="/sent" method="post">{{ ui.button("Send it", name="pressed", value="yes") }}</form>
    {{ ui.text_area("what", "What happened?", most=10) }}
    <button class="button" type="button" data-print hidden>Print</button>""",
    "/files": """<form action="/sent" method="post">
    <button class="unseen" tabindex="-1" aria-hidden="true" name="pressed" value="first">Send it</button>
    {{ ui.text_input("name", "Name") }}{{ ui.file_input("plans", "Plans", many=true, optional=true) }}
    <button name="plans.remove" value="1">Remove</button>{{ ui.button("Send it") }}</form>
    <button id="stays" data-hx-get="/chooser" data-hx-target="#slot">Another</button><div id="slot"></div>
    <p><label for="photo">Photo</label></p>{{ ui.file_chooser("photo", "photo", accept="image/jpeg", most=400000) }}""",
    "/wrong": """{{ ui.error_summary([{"field": "what", "message": "Write something"}]) }}
    {{ ui.text_area("what", "What happened?") }}""",
    "/slot": """<div id="slot"><button data-hx-get="/fragment" data-hx-target="#slot">Good</button>
    <button data-hx-get="/scripted" data-hx-target="#slot">Scripted</button>
    <button data-hx-post="/mistaken" data-hx-target="#slot">Mistaken</button>
    <button data-hx-post="/refused" data-hx-target="#slot">Too late</button>
    <form data-hx-post="/busy" data-hx-target="#slot"><input name="words"><button>Too soon</button></form>
    <form data-hx-post="/cut" data-hx-target="#slot"><button>Cut off</button></form>
    <form data-hx-post="/busy" data-hx-target="#slot" data-quiet><button>By itself</button></form>
    <button data-hx-get="/fragment" data-hx-vals="js:{a: window.evaluated = 1}" data-hx-target="#slot">Evil</button>
    </div>
    <h2 id="elsewhere">Elsewhere</h2>
    <button id="stays" data-hx-get="/fragment" data-hx-target="#slot" data-focus="elsewhere">Named</button>""",
}
FRAGMENTS = {
    "/fragment": """<h2>Swapped</h2>{{ ui.status_inbox(["First message", "Second message"]) }}""",
    "/chooser": """{{ ui.file_input("photo", "Photo") }}""",
    "/scripted": """<h2>Swapped</h2><script>window.alive = 1</script>""",
    "/busy": """<h1>Very many people</h1>""",
    "/refused": """<h1>It is closed</h1>""",
    "/mistaken": """{{ ui.error_summary([{"field": "", "message": "Write something"}]) }}""",
}
WATCHED = """
const button = document.querySelector("form [data-sending]");
const note = () => { sessionStorage.shown += `, ${button.textContent} ${button.ariaDisabled}`; };
new MutationObserver(note).observe(button, { attributes: true, childList: true });
"""
NARROW = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True}
SCRIPTS = ("sending.js", "status.js", "count.js", "errors.js", "print.js", "file-chooser.js")


class Office(BaseHTTPRequestHandler):
    received: list[str]

    def do_GET(self) -> None:
        if self.path.startswith("/static/"):
            found = _file(self.path.split("/", 3)[3])
            assert found, self.path
            self.answer(200, found[0], found[2])
            return
        status = {"/mistaken": 422, "/busy": 503, "/refused": 409}.get(self.path, 200)
        self.answer(status, self.drawn().encode(), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        if self.path == "/sent":
            self.received.append(sent)
            time.sleep(1)
        if self.path == "/cut":
            self.close_connection = True
            return
        self.do_GET()

    def drawn(self) -> str:
        env = environment("en")
        path = self.path.partition("?")[0]
        if path in FRAGMENTS:
            return env.from_string(FRAGMENTS[path]).render()
        here = Here("en", "/", "Puerto Claro", alternates("en", "/"), slots=path in ("/slot", "/files"))
        source = PAGE.replace("BODY", BODIES.get(path, "<p>Thank you</p>"))
        return env.from_string(source).render(here=here, scripts=SCRIPTS)

    def answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        if status in (409, 503):
            self.send_header("HX-Retarget", "#main")
            self.send_header("HX-Failure", quote("臺: not sent"))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@pytest.fixture
def office() -> Iterator[tuple[str, list[str]]]:
    """Its address, and what it received."""
    received: list[str] = []
    kind = type("ThisOffice", (Office,), {"received": received})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", received
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[WebDriver]:
    with browser.person() as driver:
        yield driver


def wait(until: Callable[[], object], otherwise: str, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if until():
            return
        time.sleep(0.03)
    raise AssertionError(otherwise)


def press(tab: WebDriver, words: str) -> None:
    tab.find_element(By.XPATH, f"//button[contains(., '{words}')]").click()


def focus(tab: WebDriver) -> str:
    return str(tab.execute_script("return document.activeElement.textContent.trim()"))
