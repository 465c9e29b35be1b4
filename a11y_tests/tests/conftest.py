from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import EVERY
from a11y_tests.finding import Finding
from a11y_tests.gate import AXE
from a11y_tests.modes import PLAIN, Mode
from a11y_tests.tests.site import Site, page, served
from a11y_tests.tools import Nu, find
from a11y_tests.view import View

Look = Callable[..., list[Finding]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(__file__.rsplit("/", 1)[0]):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser() as one:
        yield one


@pytest.fixture(scope="session")
def nu() -> Iterator[Nu]:
    checker = Nu()
    checker.start()
    yield checker
    checker.close()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with served() as one:
        yield one


@pytest.fixture
def look(browser: Browser, nu: Nu, site: Site) -> Iterator[Look]:
    """What one check says of a page with this main part."""
    with browser.person() as driver:

        def open_and_check(check: str, *parts: str, mode: Mode = PLAIN, whole: str = "", **head: str) -> list[Finding]:
            mode.apply(driver)
            driver.get(site.put("/page", whole or page(*parts, **head)))
            mode.dress(driver)
            return list(EVERY[check](View(driver, nu, find(AXE), replace(mode))))

        yield open_and_check
