"""Pages that are right in unusual ways: nothing is found on them, in any mode."""

from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest

from a11y_tests import mutants
from a11y_tests.browser import Browser
from a11y_tests.gate import Gate
from a11y_tests.modes import FOUR, PLAIN, Mode
from a11y_tests.tests.site import Site
from a11y_tests.tools import Nu
from a11y_tests.visits import Visit

PAGES = sorted(Path(mutants.__file__).with_name("unusual").glob("*.html"))


def test_there_are_enough_of_them() -> None:
    assert len(PAGES) >= 19


def told(page: Path, browser: Browser, nu: Nu, site: Site, modes: Iterable[Mode]) -> list[str]:
    gate = Gate(nu)
    with browser.person() as driver:
        PLAIN.apply(driver)
        visit = Visit(site.put(f"/{page.stem}", page.read_text("utf8")), tuple(modes))
        return [str(finding) for finding in gate.visit(driver, visit)]


@pytest.mark.parametrize(
    ("page", "mode"), list(zip(PAGES, cycle(FOUR), strict=False)), ids=lambda one: getattr(one, "stem", "")
)
def test_nothing_is_found_on_a_page_that_is_right(page: Path, mode: Mode, browser: Browser, nu: Nu, site: Site) -> None:
    """The modes take turns; all of them are a long proof."""
    assert told(page, browser, nu, site, [mode]) == []


@pytest.mark.proof
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_is_found_in_any_mode(page: Path, browser: Browser, nu: Nu, site: Site) -> None:
    assert told(page, browser, nu, site, FOUR) == []
