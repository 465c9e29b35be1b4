"""Somebody who comes to a state of the town by plain HTTP, and opens only the pages that have to be looked at."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
from selenium.webdriver.common.by import By

from tests.accessibility.eyes import Eyes
from tests.browser.person import ARRIVED, Person, Site

FILL = """
const pressed = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
const given = arguments[0], names = Object.keys(given), first = document.getElementsByName(names[0])[0];
const form = first ? first.form : document.querySelector("main form[method=post]");
if (!form) throw new Error(`no form on ${location.href}, ${document.title}`);
for (const [name, value] of Object.entries(given)) {
  for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (control.type === "file") continue;
    if (control.type === "submit") form.append(pressed(name, value));
    else if (["radio", "checkbox"].includes(control.type)) control.checked = [value].flat().includes(control.value);
    else control.value = value;
  }
}
window.thisPage = location.href;
HTMLFormElement.prototype.submit.call(form);
"""

SETTLED = "return document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling') === null"


class Visitor(httpx.Client):
    """A browser without pages: keeps its cookie, sends forms as the town's own pages do."""

    def __init__(self, site: Site) -> None:
        super().__init__(base_url=site.url, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60, verify=False)

    def token(self, path: str) -> str:
        found = re.search(r'name="_token" value="([^"]*)"', self.get(path).text)
        return found[1] if found else ""

    def submit(self, page: str, data: dict[str, Any] | None = None, *, to: str = "", files: Any = None) -> str:
        """Open a page, fill in its form and send it (to the page itself, unless `to` says where): where it leads."""
        sent = self.post(to or page, data={"_token": self.token(page), **(data or {})}, files=files)
        assert sent.status_code == 303, f"{page}: {sent.status_code} {sent.text[:2000]}"
        return str(sent.headers["location"])


class Somebody:
    """The same person twice: `http` asks, `person` has a browser. Both have one session."""

    def __init__(self, person: Person, eyes: Eyes, link: str = "") -> None:
        self.person, self.eyes, self.http = person, eyes, Visitor(person.site)
        if link:
            path = link.removeprefix(person.site.url)
            self.http.submit(path)

    def at(self, path: str) -> str:
        """A path in the person's language."""
        return f"/{self.person.locale}{path}"

    def open(self, path: str) -> None:
        """A path of the town, or a whole address elsewhere."""
        self._lend_session()
        self.person.driver.get(urljoin(self.person.site.url, path))
        self.person.mode.dress(self.person.driver)

    def see(self, path: str, state: str = "plain", of: str = "", at: str = "") -> None:
        """Open a page and look at it."""
        self.open(path)
        self.eyes.look(self.person, state, of, at, again=lambda: self.open(path))

    def send(
        self,
        path: str,
        state: str,
        given: dict[str, Any] | None = None,
        of: str = "",
        at: str = "",
        file: tuple[str, Path] | None = None,
    ) -> None:
        """Fill in the form of a page and send it as a browser does; look at what comes back."""
        self.open(path)
        if file:
            self.choose_file(*file)
        self.send_here(state, given, of, at)

    def choose_file(self, field: str, file: Path) -> None:
        self.person.driver.find_element(By.NAME, field).send_keys(str(file))

    def send_here(self, state: str, given: dict[str, Any] | None = None, of: str = "", at: str = "") -> None:
        """The same with the page that is open."""
        path = self.person.path
        self.person.driver.execute_script(FILL, given or {})
        self.person.wait(lambda: self.person.line.run(ARRIVED), f"{path}: no page came back", seconds=30)
        self.person.mode.dress(self.person.driver)
        self._take_session()
        if state == "wrong":
            assert self.person.text(".error-summary"), f"{path} {of}: nothing was wrong; {self.person.path}"
        self.eyes.look(self.person, state, of, at)

    def press(self, name: str, state: str, of: str = "", at: str = "") -> None:
        """Press what shows this, with the keyboard; look at the same page when it has settled."""
        self.person.press(name)
        self.look_here(state, of, at)

    def look_here(self, state: str, of: str = "", at: str = "") -> None:
        """Look at the page that is open, as it has become."""
        self.person.wait(lambda: self.person.line.run(SETTLED), f"{self.person.path} never settled")
        self.eyes.look(self.person, state, of, at)

    def close(self) -> None:
        self.http.close()

    def _lend_session(self) -> None:
        if value := self.http.cookies.get("s"):
            cookie = {"name": "s", "value": value, "url": self.person.site.url, "httpOnly": True}
            self.person.driver.execute_cdp_cmd("Network.setCookie", cookie)

    def _take_session(self) -> None:
        asked = {"urls": [self.person.site.url]}
        for cookie in self.person.driver.execute_cdp_cmd("Network.getCookies", asked)["cookies"]:
            if cookie["name"] == "s":
                self.http.cookies.clear()
                self.http.cookies.set("s", cookie["value"])
