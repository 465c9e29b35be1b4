"""Somebody at the window with a keyboard and nothing else."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from selenium.webdriver.remote.webdriver import WebDriver

from a11y_tests.keyboard import press, select_all, start_over, type_text
from a11y_tests.line import Line, Refused
from a11y_tests.modes import Mode
from app.kit.i18n import translate
from tests.browser.stop import HERE, NotReached, Stop

STOPS = 150  # no page has more; a walk that is longer goes round in circles
MOMENT = 0.1  # s, until what was swapped in place has taken the focus; nobody presses a key so soon

# Another document, or another address in the same one, where htmx puts a case beside its queue.
ARRIVED = """
if (document.readyState !== "complete" || document.querySelector(".htmx-request, .htmx-swapping")) return false;
return window.thisPage !== location.href;
"""


class Site(Protocol):
    """What the tests know of the town that runs: its address, one-time links for the cast, and what went out."""

    url: str

    def sign_in(self, key: str) -> str: ...

    def mailbox(self) -> list[dict[str, Any]]: ...


class Person:
    def __init__(self, driver: WebDriver, site: Site, locale: str = "en", mode: Mode | None = None) -> None:
        self._driver, self.tab, self.line = driver, driver.current_window_handle, Line(driver)
        self.site, self.locale = site, locale
        self.mode = mode or Mode(320)
        self.mode.apply(driver)

    @property
    def driver(self) -> WebDriver:
        """The driver, at this person's browser: several people take turns with it."""
        if self._driver.current_window_handle != self.tab:
            self._driver.switch_to.window(self.tab)
        return self._driver

    def leave(self) -> None:
        self.line.close()

    # going somewhere

    def open(self, path: str) -> None:
        """Type an address: the one thing that is not done on the page."""
        self.driver.get(f"{self.site.url.rstrip('/')}/{self.locale}{path}")

    def sign_in(self, key: str) -> None:
        """Open the one-time link and press its button."""
        self.driver.get(self.site.sign_in(key))
        self.locale = self.path.split("/")[1]
        self.follow("Sign in")

    @property
    def path(self) -> str:
        return str(self.line.run("return location.pathname"))

    # keys

    def follow(self, name: str) -> None:
        """Go with Tab to the link or button that shows this, press it, and wait for the next page."""
        self.tab_to_name(name)
        self.enter()

    def follow_to(self, address: str) -> None:
        """The first link whose address holds this."""
        self.tab_to(lambda stop: address in stop.href, f"the link to {address}")
        self.enter()

    def do_it(self) -> None:
        """The one button of the page, on its sill."""
        self.tab_to(lambda stop: stop.tag == "button" and stop.main, "the button")
        self.enter()

    def enter(self) -> None:
        """Press Enter on what has the focus, and wait for the next page."""
        otherwise = f"no new page after Enter on {self.path}: {self.heading()}"
        self.line.run("window.thisPage = location.href")
        press(self.line, "Enter")
        self.wait(lambda: self.line.run(ARRIVED), otherwise)
        if self.line.run("return window.thisPage !== undefined"):
            time.sleep(MOMENT)
        self.mode.dress(self.driver)

    def press(self, name: str) -> None:
        """Go with Tab to the control that shows this and press it; the page stays."""
        self.tab_to_name(name)
        self.press_here()

    def press_here(self) -> None:
        press(self.line, "Enter" if self.here().tag in {"a", "summary"} else "Space")

    def choose(self, field: str, value: str) -> None:
        """One radio of several: Tab to the group, then the arrow keys."""
        self.tab_to(lambda stop: stop.field == field and stop.type == "radio", f"the question {field}")
        if not self.here().checked:
            press(self.line, "Space")
        for _ in range(STOPS):
            if self.here().value == value:
                return
            press(self.line, "Down")
        raise NotReached(f"the arrow keys do not come to {field}={value}")

    def choose_any(self, field: str) -> None:
        """The first radio that Tab comes to."""
        self.tab_to(lambda stop: stop.field == field and stop.type == "radio", f"the question {field}")
        press(self.line, "Space")

    def attach(self, field: str, file: Path) -> None:
        """The system's own window for files cannot be driven; what comes back from it is given to the input."""
        self.tab_to(lambda stop: stop.field == field and stop.type == "file", f"the files {field}")
        self.driver.switch_to.active_element.send_keys(str(file))

    def tick(self, field: str, value: str = "") -> None:
        stop = self.tab_to(
            lambda stop: stop.field == field and stop.type == "checkbox" and value in ("", stop.value),
            f"the box {field} {value}",
        )
        if not stop.checked:
            press(self.line, "Space")

    def write(self, field: str, text: str) -> None:
        """Into the input of this name, in place of what stands there."""
        self.tab_to(lambda stop: stop.field == field and stop.tag in {"input", "textarea"}, f"the field {field}")
        select_all(self.line)
        type_text(self.line, text) if text else press(self.line, "Backspace")

    def tab_to_name(self, name: str) -> Stop:
        words = translate(self.locale, name)
        pressable = {"a", "button", "summary", "input"}
        return self.tab_to(lambda stop: stop.tag in pressable and words in self.spoken(), f"“{words}”")

    def tab_to(self, wanted: Callable[[Stop], bool], what: str) -> Stop:
        """On from here; once round from the start of the page when it is not further on."""
        passed: list[str] = []
        stop = self.here_or_none()
        if stop and wanted(stop):
            return stop
        for start in (False, True):
            if start:
                start_over(self.line)
            for _ in range(STOPS):
                press(self.line, "Tab")
                stop = self.here_or_none()
                if stop is None:
                    break
                if wanted(stop):
                    return stop
                if str(stop) not in passed:
                    passed.append(str(stop))
        raise NotReached(
            f"Tab does not reach {what} on {self.path} ({self.heading()}); it reaches: {'; '.join(passed)}"
        )

    def forward(self) -> None:
        press(self.line, "Tab")

    def here(self) -> Stop:
        stop = self.here_or_none()
        assert stop is not None, f"nothing has the focus on {self.path}"
        return stop

    def here_or_none(self) -> Stop | None:
        found = self.line.run(HERE)
        return Stop(**found) if found else None

    def spoken(self) -> str:
        """The name of what has the focus, as the browser gives it to assistive technology."""
        ask = self.line.execute_cdp_cmd
        held = ask("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        nodes = ask("Accessibility.getPartialAXTree", {"objectId": held, "fetchRelatives": False})["nodes"]
        return str(nodes[0].get("name", {}).get("value", ""))

    # reading

    def heading(self) -> str:
        return self.text("h1")

    def text(self, css: str = "main") -> str:
        """What the first such part of the page says; nothing when there is none."""
        return str(self.line.run(f"return document.querySelector({json.dumps(css)})?.innerText ?? ''")).strip()

    def follows(self, address: str) -> bool:
        """Is there a link in the main part whose address holds this?"""
        link = json.dumps(f"main a[href*='{address}']")
        return bool(self.line.run(f"return !!document.querySelector({link})"))

    def reads(self, sentence: str, **values: object) -> bool:
        """Does the page say this sentence, in the person's language?"""
        return translate(self.locale, sentence, **values) in self.text("main")

    def said(self) -> str:
        """What the status region says without the page being left."""
        return self.text("[role=status]")

    def open_until(self, path: str, css: str) -> None:
        """Open a page, again and again, until it has such a part: somebody else works on it."""

        def there() -> bool:
            self.open(path)
            return bool(self.line.run(f"return document.querySelector({json.dumps(css)}) !== null"))

        self.wait(there, f"{path} never had {css}")

    def wait(self, until: Callable[[], Any], otherwise: str, seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if until():
                    return
            except Refused:  # between two pages
                pass
            time.sleep(0.02)
        raise AssertionError(otherwise)
