"""Each module of static/js in a real browser, under the policy that real pages have."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
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
    <button id="stays" data-hx-get="/chooser" data-hx-target="#slot">Another</button><div id="slot"></div>""",
    "/wrong": """{{ ui.error_summary([{"field": "what", "message": "Write something"}]) }}
    {{ ui.text_area("what", "What happened?") }}""",
    "/slot": """<div id="slot"><button data-hx-get="/fragment" data-hx-target="#slot">Good</button>
    <button data-hx-get="/scripted" data-hx-target="#slot">Scripted</button>
    <button data-hx-post="/mistaken" data-hx-target="#slot">Mistaken</button>
    <button data-hx-post="/busy" data-hx-target="#slot">Too soon</button>
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
        status = {"/mistaken": 422, "/busy": 503}.get(self.path, 200)
        self.answer(status, self.drawn().encode(), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        if self.path == "/sent":
            self.received.append(sent)
            time.sleep(1)
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
        if status == 503:
            self.send_header("HX-Retarget", "#main")
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


def wait(until: Callable[[], object], otherwise: str, seconds: float = 8) -> None:
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


def test_a_second_press_sends_nothing_twice(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, received = office
    tab.get(f"{url}/form")
    tab.execute_script("const b = document.querySelector('form .button'); b.click(); setTimeout(() => b.click(), 150)")
    wait(lambda: "Thank you" in tab.page_source, "the form was never answered")
    assert received == ["pressed=yes"]


def test_the_button_says_that_it_is_sending_and_comes_back(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/form")
    tab.execute_script(WATCHED)
    press(tab, "Send it")
    wait(lambda: "Thank you" in tab.page_source, "the form was never answered")
    tab.back()
    wait(lambda: "Send it" in tab.page_source, "the button stays lost after going back")
    assert "Sending… true" in tab.execute_script("return sessionStorage.shown")
    assert tab.execute_script("return document.querySelector('form .button').ariaDisabled") is None


def test_the_count_follows_what_is_typed_and_cuts_nothing(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/form")
    field, line = tab.find_element(By.ID, "what"), tab.find_element(By.ID, "what-count")
    assert line.text == "Letters left: 10"
    field.send_keys("twelve chars")
    assert line.text == "Too many letters: 2"
    assert field.get_attribute("value") == "twelve chars"
    said = tab.find_element(By.ID, "status")
    wait(lambda: "Too many letters: 2" in said.get_attribute("textContent"), "the count is never said")


def choose(tab: WebDriver, field: str, *names: str, folder: Path) -> None:
    for name in names:
        (folder / name).write_bytes(b"plan")
    tab.find_element(By.ID, field).send_keys("\n".join(str(folder / name) for name in names))


def test_what_was_chosen_is_said_in_the_words_of_the_page(
    office: tuple[str, list[str]], tab: WebDriver, tmp_path: Path
) -> None:
    tab.get(f"{office[0]}/files")
    chooser = tab.find_element(By.TAG_NAME, "file-chooser")
    assert chooser.text == "Choose files\nNo file chosen yet."
    long = f"{'a-very-long-name-' * 9}.pdf"
    choose(tab, "plans", "plan.pdf", long, folder=tmp_path)
    assert chooser.text.splitlines()[1:] == ["Chosen, not sent yet:", "plan.pdf", long]
    assert tab.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    said = tab.find_element(By.ID, "status")
    wait(lambda: f"not sent yet: plan.pdf and {long}" in said.get_attribute("textContent"), "it is never said")


def test_the_control_for_files_keeps_the_focus_and_lies_over_its_button(
    office: tuple[str, list[str]], tab: WebDriver
) -> None:
    tab.get(f"{office[0]}/files")
    control, button = tab.find_element(By.ID, "plans"), tab.find_element(By.CSS_SELECTOR, "file-chooser .button")
    assert control.rect == button.rect
    assert control.rect["height"] >= 44
    assert control.accessible_name == "Plans (optional) Choose files"
    tab.find_element(By.ID, "name").send_keys(Keys.TAB)
    assert tab.switch_to.active_element == control
    assert button.value_of_css_property("outline-style") == "solid"


def test_a_control_for_files_that_was_swapped_in_is_dressed_too(office: tuple[str, list[str]], tab: WebDriver) -> None:
    tab.get(f"{office[0]}/files")
    press(tab, "Another")
    wait(lambda: "Choose a file" in tab.find_element(By.ID, "slot").text, "it is not dressed")


def test_without_scripts_the_browsers_own_control_is_whole(office: tuple[str, list[str]], tab: WebDriver) -> None:
    tab.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", NARROW)
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    tab.get(f"{office[0]}/files")
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    control = tab.find_element(By.ID, "plans")
    assert tab.find_element(By.TAG_NAME, "file-chooser").text == ""
    assert control.value_of_css_property("opacity") == "1"
    assert control.value_of_css_property("white-space") == "normal"
    assert control.rect["height"] > 44 + 16, "the button, and the words below it"


def test_enter_in_a_field_sends_and_presses_no_button_of_a_row(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, received = office
    tab.get(f"{url}/files")
    tab.execute_script(WATCHED)
    tab.find_element(By.ID, "name").send_keys("Ann", Keys.ENTER)
    wait(lambda: "Thank you" in tab.page_source, "the form was never answered")
    assert received == ["pressed=first&name=Ann&plans="]
    assert "Sending… true" in tab.execute_script("return sessionStorage.shown")


def test_a_button_that_prints_is_shown_only_with_scripts(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/form")
    assert tab.find_element(By.CSS_SELECTOR, "[data-print]").is_displayed()
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    tab.get(f"{url}/form")
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert not tab.find_element(By.CSS_SELECTOR, "[data-print]").is_displayed()


def test_after_mistakes_the_error_summary_has_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/wrong#what")
    wait(lambda: tab.execute_script("return document.activeElement.id") == "error-summary", "it has not")


def test_a_fragment_is_swapped_and_its_heading_takes_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Good")
    wait(lambda: focus(tab) == "Swapped", "the heading has not the focus")


def test_a_page_that_comes_instead_of_a_fragment_takes_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Too soon")
    wait(lambda: focus(tab) == "Very many people", "the heading has not the focus")


def test_what_was_pressed_may_name_where_the_focus_goes(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Named")
    wait(lambda: focus(tab) == "Elsewhere", "the named place has not the focus")


def test_messages_are_said_one_after_the_other_and_none_is_lost(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    region = tab.find_element(By.ID, "status")
    press(tab, "Good")
    wait(lambda: region.get_attribute("textContent") == "First message", "the first message is not said alone")
    wait(lambda: region.get_attribute("textContent") == "First messageSecond message", "the second message is lost")


def test_a_script_inside_a_fragment_stays_dead(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Scripted")
    wait(lambda: "Swapped" in tab.find_element(By.ID, "slot").text, "the fragment is not swapped in")
    assert tab.execute_script("return window.alive") is None


def test_no_attribute_is_evaluated(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Evil")
    press(tab, "Named")  # the page lives on
    wait(lambda: focus(tab) == "Elsewhere", "the page is broken afterwards")
    assert tab.execute_script("return window.evaluated") is None


def test_the_error_summary_of_a_fragment_takes_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Mistaken")
    wait(lambda: tab.execute_script("return document.activeElement.id") == "error-summary", "it has not")
