"""Stands between server and browser: a page is asked for at its own address and comes with a barrier in it.

Styles, scripts and pictures come from the server as always. The content policy of the page is left out, because a
planted sheet or script would be refused; what the page's own files do does not change by that.
"""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import websocket
from selenium.webdriver.remote.webdriver import WebDriver

from ..browser import Browser
from ..line import Line
from .mutant import Mutant
from .recorded import Recorded

PRELUDE = Path(__file__).with_name("edit.js").read_text()

NEW = """
const [before, after] = [...arguments].slice(0, 2).map(html => new DOMParser().parseFromString(html, "text/html"));
const there = page => { try { return Boolean(page.querySelector(arguments[2])); } catch { return true; } };
return !there(before) && there(after);
"""


@dataclass(frozen=True)
class Planted:
    html: str
    at: str  # where the barrier is


class Planter:
    def __init__(self, browser: Browser) -> None:
        """Markup is edited by the browser itself, in a tab that nobody looks at."""
        tab = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self.workshop = Line(browser.driver, tab)

    def edited(self, page: Recorded, mutant: Mutant) -> Planted:
        """Refused where the page has nothing to edit so or to point at."""
        edit = mutant.edit
        given = json.dumps({"html": page.html, "css": edit.css, "script": edit.script, "at": mutant.at}
                           | {"pick": edit.pick, "number": edit.number})  # fmt: skip
        choice = f"let el = given.pick ? chosen(el => ({edit.when})) : null;"
        answer = self.workshop.run(f"const given = {given};\n{PRELUDE}\n{choice}\n{edit.html};\nreturn sent(el);")
        return Planted(**answer)

    def new(self, page: Recorded, planted: Planted, selector: str) -> bool:
        """Whether what this points at came with the barrier, so that the page without it cannot have it."""
        return bool(self.workshop.run(NEW, page.html, planted.html, selector))

    def close(self) -> None:
        self.workshop.execute_cdp_cmd("Page.close", {})
        self.workshop.close()


@contextmanager
def served(driver: WebDriver, page: Recorded, html: str) -> Iterator[None]:
    """As long as this lasts, the page's address brings this markup, however often it is asked for."""
    between = Between(driver, page, html)
    try:
        driver.get(page.url)
        yield
    finally:
        between.close()


class Between(threading.Thread):
    def __init__(self, driver: WebDriver, page: Recorded, html: str) -> None:
        super().__init__(daemon=True)
        address, tab = driver.capabilities["goog:chromeOptions"]["debuggerAddress"], driver.current_window_handle
        self.socket = websocket.create_connection(f"ws://{address}/devtools/page/{tab}", suppress_origin=True)
        self.page, self.html, self.asked = page, html, 0
        pattern = {"urlPattern": page.url.split("?")[0] + "*", "resourceType": "Document", "requestStage": "Request"}
        self.send("Fetch.enable", {"patterns": [pattern]})
        while json.loads(self.socket.recv()).get("id") != self.asked:
            pass
        self.start()

    def send(self, method: str, params: dict[str, object]) -> None:
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": params}))

    def run(self) -> None:
        while True:
            try:
                event = json.loads(self.socket.recv() or "{}")
                if event.get("method") == "Fetch.requestPaused":
                    self.answer(event["params"])
            except (websocket.WebSocketException, OSError, ValueError):
                return

    def answer(self, asked: dict[str, dict[str, str]]) -> None:
        request: dict[str, object] = {"requestId": asked["requestId"]}
        if asked["request"]["url"].split("#")[0] != self.page.url:
            self.send("Fetch.continueRequest", request)
            return
        headers = [{"name": "Content-Type", "value": "text/html; charset=utf-8"}]
        body = base64.b64encode(self.html.encode()).decode()
        answer = {"responseCode": self.page.status, "responseHeaders": headers, "body": body}
        self.send("Fetch.fulfillRequest", request | answer)

    def close(self) -> None:
        """The browser ends the interception with the line."""
        self.socket.close()
        self.join(5)
