from collections.abc import Iterator

import pytest

from a11y_tests.browser import Browser
from a11y_tests.tools import Nu
from app.kit.i18n import LOCALES
from tests.accessibility.sights import Sights
from tests.browser.people import browser, comes
from tests.databases import Databases

__all__ = ["browser", "comes"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two groups, so that two workers with a browser each share the languages."""
    here = __file__.rsplit("/", 1)[0]
    for item in items:
        if item.path.is_relative_to(here):
            given = getattr(item, "callspec", None)
            locale = given and given.params.get("locale")
            half = LOCALES.index(locale) * 2 // len(LOCALES) if locale in LOCALES else 0
            item.add_marker(pytest.mark.xdist_group(f"pages {half + 1}"))


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
