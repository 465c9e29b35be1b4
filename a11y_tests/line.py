"""A straight line to the page, without the driver in between: a walk of a hundred keys takes a fifth of the time."""

import json
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

import websocket
from selenium.webdriver.remote.webdriver import WebDriver

PATIENCE = 30  # seconds

# What Chromium says where a page goes while a script of it is asked for.
LEFT = {
    "Inspected target navigated or closed",
    "Execution context was destroyed.",
    "Cannot find default execution context",
}

# A page that opens a dialog and is left in the same moment ends this browser. So the dialog is only noted.
NO_DIALOGS = """
const tell = window.gateDialog;
if (tell) for (const [kind, answer] of [["alert"], ["confirm", false], ["prompt", null]])
  window[kind] = words => {
    tell(JSON.stringify({type: kind, message: String(words ?? ""), url: location.href}));
    return answer;
  };
"""


class Refused(Exception):
    """The browser did not do what was asked; the message is its own."""


class Left(Refused):
    """The page was left while it was asked; the next one can be asked."""


class Line:
    def __init__(self, driver: WebDriver, tab: str = "") -> None:
        """To the tab that is open, or to the one that is named."""
        address = driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        self.tab = tab or driver.current_window_handle
        # What the browser sends is in order; to look at each letter of a large answer takes longer than the check does.
        where = f"ws://{address}/devtools/page/{self.tab}"
        self.socket = websocket.create_connection(where, suppress_origin=True, skip_utf8_validation=True)
        self.socket.settimeout(PATIENCE)
        self.asked = 0
        self.dialogs: list[tuple[str, str, str]] = []  # kind, words and page of those that were opened
        self.scripts: set[str] = set()  # that run before those of a page
        self.emulated: dict[str, Mapping[str, Any]] = {}

    def execute_cdp_cmd(self, method: str, params: Mapping[str, Any]) -> Any:
        number = self.send(method, params)
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == number:
                break
            if answer.get("method") == "Page.javascriptDialogOpening":
                self.close_dialog(answer["params"])
            elif answer.get("method") == "Runtime.bindingCalled" and answer["params"]["name"] == "gateDialog":
                self.note(json.loads(answer["params"]["payload"]))
        if "error" in answer:
            message = answer["error"]["message"]
            raise (Left if message in LEFT else Refused)(f"{method}: {message}")
        return answer["result"]

    def send(self, method: str, params: Mapping[str, Any]) -> int:
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": params}))
        return self.asked

    def watch_for_dialogs(self) -> None:
        """From the next page on a dialog that it opens is noted and closed, so that nothing waits for a person."""
        for domain in ("Page", "Runtime"):
            self.execute_cdp_cmd(f"{domain}.enable", {})
        self.execute_cdp_cmd("Runtime.addBinding", {"name": "gateDialog"})
        self.before_pages(NO_DIALOGS)

    def before_pages(self, script: str) -> None:
        """From the next page on this runs before its own scripts."""
        if script not in self.scripts:
            self.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
            self.scripts.add(script)

    def close_dialog(self, opened: Mapping[str, Any]) -> None:
        self.note(opened)
        self.send("Page.handleJavaScriptDialog", {"accept": opened["type"] == "beforeunload"})

    def note(self, opened: Mapping[str, Any]) -> None:
        self.dialogs.append((opened["type"], opened["message"], opened["url"]))

    def emulate(self, what: str, how: Mapping[str, Any]) -> None:
        """The browser is told where it is not so already: each change lays the page out anew."""
        if self.emulated.get(what) != how:
            self.execute_cdp_cmd(f"Emulation.{what}", how)
            self.emulated[what] = how

    def run(self, script: str, *args: Any) -> Any:
        """What the script returns; it is the body of a function, and finds what it is given in `arguments`."""
        return self.evaluate(f"(function() {{{script}\n}}).apply(null, {json.dumps(args)})")

    def run_async(self, script: str, *args: Any) -> Any:
        """The same for a script that calls its last argument when it has done."""
        called = f"(function() {{{script}\n}}).apply(null, [...{json.dumps(args)}, done])"
        return self.evaluate(f"new Promise(done => {called})")

    def evaluate(self, expression: str) -> Any:
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self.execute_cdp_cmd("Runtime.evaluate", asked)
        if "exceptionDetails" in answer:
            raise Refused(answer["exceptionDetails"].get("exception", {}).get("description", "a script failed"))
        return answer["result"].get("value")

    # What libraries call that expect a driver.
    execute_script = run
    execute_async_script = run_async

    def close(self) -> None:
        self.socket.close()


_kept: WeakKeyDictionary[WebDriver, dict[str, Line]] = WeakKeyDictionary()


def kept(driver: WebDriver) -> Line:
    """The line to the tab that the driver looks at: one for as long as there is the tab, since what a line asks of the
    browser (a size, colours) goes with it."""
    lines, tab = _kept.setdefault(driver, {}), driver.current_window_handle
    if tab not in lines or not lines[tab].socket.connected:
        lines[tab] = Line(driver, tab)
    return lines[tab]


def hang_up(driver: WebDriver, tab: str) -> None:
    if one := _kept.get(driver, {}).pop(tab, None):
        one.close()
