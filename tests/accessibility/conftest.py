from collections.abc import Iterator

import pytest

from a11y_tests.tools import Nu
from tests.browser.people import browser, comes

__all__ = ["browser", "comes"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the xdist group of the browser tests, so that one worker has the only browser."""
    here = __file__.rsplit("/", 1)[0]
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def nu() -> Iterator[Nu]:
    checker = Nu()
    yield checker
    checker.close()
