"""Pages that are right in unusual ways: nothing is found on them, in any mode."""

from pathlib import Path

import pytest

from a11y_tests import mutants
from a11y_tests.browser import Browser
from a11y_tests.gate import Gate
from a11y_tests.modes import PLAIN
from a11y_tests.tests.site import Site
from a11y_tests.tools import Nu

PAGES = sorted(Path(mutants.__file__).with_name("unusual").glob("*.html"))


def test_there_are_enough_of_them() -> None:
    assert len(PAGES) >= 12


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_is_found_on_a_page_that_is_right(page: Path, browser: Browser, nu: Nu, site: Site) -> None:
    gate = Gate(nu)
    with browser.person() as driver:
        PLAIN.apply(driver)
        driver.get(site.put(f"/{page.stem}", page.read_text("utf8")))
        found = [*gate.here(driver), *gate.modes(driver)]
    if found:
        pytest.fail("\n".join(map(str, found)), pytrace=False)
