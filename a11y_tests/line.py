"""A straight line to the page, without the driver in between: a walk of a hundred keys takes a fifth of the time."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import websocket
from selenium.webdriver.remote.webdriver import WebDriver


class Refused(Exception):
    """The browser did not do what was asked; the message is its own."""


class Line:
    def __init__(self, driver: WebDriver, tab: str = "") -> None:
        """To the tab that is open, or to the one that is named."""
        address = driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        tab = tab or driver.current_window_handle
        self.socket = websocket.create_connection(f"ws://{address}/devtools/page/{tab}", suppress_origin=True)
        self.socket.settimeout(30)
        self.asked = 0

    def execute_cdp_cmd(self, method: str, params: Mapping[str, Any]) -> Any:
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.asked:
                break
        if "error" in answer:
            raise Refused(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def run(self, script: str) -> Any:
        """What the script returns; it is the body of a function."""
        asked = {"expression": f"(() => {{{script}\n}})()", "returnByValue": True}
        answer = self.execute_cdp_cmd("Runtime.evaluate", asked)
        if "exceptionDetails" in answer:
            raise Refused(answer["exceptionDetails"].get("exception", {}).get("description", "a script failed"))
        return answer["result"].get("value")

    def close(self) -> None:
        self.socket.close()


@contextmanager
def line(driver: WebDriver) -> Iterator[Line]:
    one = Line(driver)
    try:
        yield one
    finally:
        one.close()
