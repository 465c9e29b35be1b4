from collections.abc import Iterator

import pytest

from a11y_tests.browser import Browser
from a11y_tests.tools import Nu
from tests.accessibility.chapters import OWN_TOWN
from tests.accessibility.sights import Sights
from tests.browser.people import browser, comes
from tests.databases import Databases

__all__ = ["browser", "comes"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two groups, so that two workers with a browser each share the chapters. Those that play in one town stay
    together; and what one language has shown of a page, the next need not show again."""
    here = __file__.rsplit("/", 1)[0]
    for item in items:
        if item.path.is_relative_to(here):
            given = getattr(item, "callspec", None)
            apart = given and given.params.get("chapter") in OWN_TOWN
            item.add_marker(pytest.mark.xdist_group(f"pages {2 if apart else 1}"))


@pytest.fixture(scope="session")
def nu() -> Iterator[Nu]:
    checker = Nu()
    checker.start()
    yield checker
    checker.close()


@pytest.fixture(scope="module")
def sights(
    databases: Databases, nu: Nu, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sights]:
    every = Sights(databases, nu, browser, tmp_path_factory.mktemp)
    yield every
    every.end()
