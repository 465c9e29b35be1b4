"""One Chromium, started once; each test gets a person's fresh browser in it (no cookies, no storage, no cache)."""

import json
import shutil
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import websocket
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver

from .line import hang_up

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Without the frame of a window: a tenth less work. Its command is a script, which would be ended in its place.
BARE = ("/usr/lib/chromium/chromium-headless-shell", "chrome-headless-shell")
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",  # each person's browser opens in half the time
]


class NoBrowser(Exception):
    """Chromium or its driver is not on this machine; the message says how to install it."""


class Driver(webdriver.Chrome):
    """Knows which tab it looks at without asking."""

    tab = ""

    def execute(self, driver_command: Any, params: Any = None) -> Any:
        answer = super().execute(driver_command, params)
        if driver_command in (Command.SWITCH_TO_WINDOW, Command.CLOSE, Command.NEW_WINDOW):
            self.tab = ""
        return answer

    @property
    def current_window_handle(self) -> str:
        self.tab = self.tab or super().current_window_handle
        return self.tab


class Browser:
    def __init__(self, prompts: str = "dismiss and notify", patience: float = 75, bare: bool = False) -> None:
        """`prompts`: what the driver does with a dialog that a page opens ("dismiss": silently). `patience`: seconds
        that the driver may be busy with one command, such as opening a page (30 s) or running a script (60 s). `bare`:
        without the frame of a window where that is installed; it shows no PDF, and a page that hangs holds it up."""
        chromium = next(filter(None, map(shutil.which, (*BARE, *BROWSERS) if bare else BROWSERS)), None)
        chromedriver = shutil.which("chromedriver")
        if not chromium or not chromedriver:
            raise NoBrowser("Chromium and its driver are missing: apt-get install chromium chromium-driver")
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        options.unhandled_prompt_behavior = prompts
        for flag in FLAGS:
            options.add_argument(flag)
        self.driver: WebDriver = Driver(options=options, service=Service(chromedriver))
        if isinstance(self.driver.command_executor, RemoteConnection):
            self.driver.command_executor.client_config.timeout = patience
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(60)
        self.home = self.driver.current_window_handle
        self.requests = 0
        address = self.driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        with urllib.request.urlopen(f"http://{address}/json/version") as answer:
            door = json.load(answer)["webSocketDebuggerUrl"]
        # Contexts are made by the browser itself; the driver's own session, which is a tab's, may not.
        self.socket = websocket.create_connection(door, suppress_origin=True)

    def ask(self, method: str, **params: Any) -> Any:
        self.requests += 1
        self.socket.send(json.dumps({"id": self.requests, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.requests:
                return answer["result"]

    @contextmanager
    def person(self) -> Iterator[WebDriver]:
        """Somebody's own browser; another person may be opened inside, and this one goes on afterwards."""
        before = self.driver.current_window_handle
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        tab = self.ask("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        self.driver.switch_to.window(tab)
        self.driver.execute_cdp_cmd("Network.enable", {})  # so that a page's source can be asked for later
        self.driver.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
        try:
            yield self.driver
        finally:
            hang_up(self.driver, tab)
            if self.lives():
                self.driver.switch_to.window(before)
                self.ask("Target.disposeBrowserContext", browserContextId=context)

    def lives(self) -> bool:
        try:
            self.ask("Browser.getVersion")
        except (OSError, websocket.WebSocketException):
            return False
        return True

    def close(self) -> None:
        self.socket.close()
        self.driver.quit()

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def source(driver: WebDriver) -> str:
    """The HTML as the server sent it, also for the answer to a form: what a checker of markup has to see."""
    cdp = driver.execute_cdp_cmd
    loader = cdp("Page.getFrameTree", {})["frameTree"]["frame"]["loaderId"]
    return str(cdp("Network.getResponseBody", {"requestId": loader})["body"])
