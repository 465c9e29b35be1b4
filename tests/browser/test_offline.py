"""What was read can be read again without network: a real worker, and a town that really goes away."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_selenium_python import Axe
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_tests.browser import Browser
from a11y_tests.gate import AXE
from a11y_tests.tools import find
from app.kit.towns import Town
from tests.browser.office import wait
from tests.browser.people import browser
from tests.databases import Databases
from tests.proof.crossing import crossings
from tests.proof.hers import Hers, opened
from tests.sites import Site

__all__ = ["browser"]
pytestmark = pytest.mark.databases("sqlite")

READY = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true))"
KEPT = """
const done = arguments[0];
(async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys();
    found[name] = keys.map((key) => new URL(key.url).pathname);
  }
  found.workers = (await navigator.serviceWorker.getRegistrations()).length;
  done(found);
})();
"""


class Phone:
    """A browser that keeps pages, and the town it reads of, at an address that stays while the town is away."""

    def __init__(self, driver: WebDriver, databases: Databases, town: Town, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.driver, self.databases, self.town, self.folder = driver, databases, town, folder
        self.site: Site | None = None
        self.comes_back()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def comes_back(self, **settings: str) -> None:
        more = {"PORT": str(self.port), "OFFLINE_READING": "1", **settings}
        self.site = Site(self.town, self.databases.keyring(), self.folder, more)

    def goes_away(self) -> None:
        if self.site is not None:
            self.site.end()
        self.site = None

    def open(self, path: str) -> str:
        """The page as text."""
        self.driver.get(self.url + path)
        return str(self.driver.find_element(By.CSS_SELECTOR, "main").text)

    def install(self) -> None:
        self.open("/en/")
        assert self.driver.execute_async_script(READY)

    def kept(self) -> dict[str, Any]:
        found: dict[str, Any] = self.driver.execute_async_script(KEPT)
        return found


def barriers(phone: Phone) -> list[Any]:
    """What axe finds on the page that is open."""
    axe = Axe(phone.driver, str(find(AXE)))
    axe.inject()
    found: list[Any] = axe.run()["violations"]
    return found


def hrefs(phone: Phone) -> list[str | None]:
    return [link.get_attribute("href") for link in phone.driver.find_elements(By.CSS_SELECTOR, "#saved li a")]


@pytest.fixture
def phone(browser: Browser, databases: Databases, tmp_path: Path, town: Town) -> Iterator[Phone]:
    with browser.person() as driver:
        one = Phone(driver, databases, town, tmp_path)
        yield one
        one.goes_away()


@pytest.fixture
def hers(databases: Databases, tmp_path: Path) -> Iterator[Hers]:
    with opened(databases, "sqlite", tmp_path / "hers") as what:
        yield what


def test_a_page_that_was_read_is_there_without_network_and_says_when_it_was_saved(phone: Phone) -> None:
    phone.install()
    for path in ("/es/services/birth-certificate", "/en/contact"):
        phone.open(path)
        wait(lambda path=path: path in phone.kept()["pages"], "it is not kept")
    phone.goes_away()
    assert re.search(r"\b\d+ \w+ \d{4} at \d\d:\d\d\b(?! [AP]M)", phone.open("/en/contact"))
    shown = phone.open("/es/services/birth-certificate")
    assert re.match(r"Está leyendo esta página sin internet, tal como se guardó el \d+ de \w+ de \d{4}", shown)
    assert phone.driver.find_element(By.CSS_SELECTOR, "h1").text == "Pedir un certificado de nacimiento"
    assert barriers(phone) == []
    assert (
        phone.driver.execute_script("return getComputedStyle(document.querySelector('.callout')).display") != "inline"
    )


def test_what_was_not_read_leads_to_a_page_that_lists_what_is_here(phone: Phone) -> None:
    phone.install()
    phone.open("/ar/contact")
    wait(lambda: "/ar/contact" in phone.kept()["pages"], "it is not kept")
    phone.goes_away()
    phone.open("/ar/me")
    wait(lambda: f"{phone.url}/ar/contact" in hrefs(phone), "it is not listed")
    assert barriers(phone) == []
    phone.driver.find_element(By.CSS_SELECTOR, "#saved button").click()
    wait(lambda: "/ar/contact" not in phone.kept()["pages"], "it is not forgotten")
    assert phone.driver.execute_script("return document.activeElement.id") == "none-saved"
    assert "/ar/offline" in phone.kept()["pages"]


def test_no_route_leaves_anything_of_a_person_in_the_browser(phone: Phone, hers: Hers) -> None:
    phone.goes_away()
    phone.town = hers.town
    phone.comes_back()
    phone.install()
    assert phone.site
    phone.driver.get(phone.site.sign_in("amina").replace(phone.site.url, phone.url))
    phone.driver.find_element(By.CSS_SELECTOR, "main button").click()
    wait(lambda: "/me" in phone.driver.current_url, "she is not signed in")
    receipt = hers.amina.get(f"/en/cases/{hers.open['reference']}/receipt").text
    more = {"token": re.findall(r'/feedback/([^"?]+)"', receipt)[0]}
    more |= {"hash": "x", "name": "button", "path": "js/status.js"}
    for crossing in crossings():
        if crossing.method == "GET" and "sign-out" not in crossing.path and not crossing.path.startswith("/demo"):
            phone.driver.get(phone.url + crossing.url({**hers.things(crossing), **more}))
    kept = phone.kept()
    assert "/en/services/birth-certificate" in kept["pages"]
    private = re.compile("/(me|desk|cases|drafts|check|sign-in|documents|mandates|intake)(/|$)")
    assert not [path for path in kept["pages"] if private.search(path)]
    assert not [path for path in kept["assets"] if not path.startswith("/static/")]
    phone.goes_away()
    assert not [word for word in hers.words() for path in kept["pages"] if word in phone.open(path)]


def test_a_town_that_switches_it_off_makes_browsers_forget_everything(phone: Phone) -> None:
    phone.install()
    phone.goes_away()
    phone.comes_back(OFFLINE_READING="0")
    phone.open("/en/services")

    def forgotten() -> bool:
        phone.driver.execute_script(
            "navigator.serviceWorker.getRegistrations().then((all) => all.map((a) => a.update()))"
        )
        found = phone.kept()
        return found == {"workers": 0}

    wait(forgotten, "the worker stays")
    assert "Services" in phone.open("/en/services")


def test_chromium_would_install_it(phone: Phone) -> None:
    phone.install()
    found = phone.driver.execute_cdp_cmd("Page.getInstallabilityErrors", {})["installabilityErrors"]
    assert {each["errorId"] for each in found} <= {"in-incognito"}, "each test's browser is a private one"
    assert phone.driver.execute_cdp_cmd("Page.getAppManifest", {})["errors"] == []
