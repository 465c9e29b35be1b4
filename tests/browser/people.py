"""Fixtures of everything that needs a browser: one Chromium a worker; each person has a fresh browser in it.

`site` (the town that runs) comes from tests/conftest.py.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from a11y_tests.browser import Browser
from a11y_tests.modes import Mode
from tests.browser.person import Person, Site

Comes = Callable[..., Person]
_open: list[Browser] = []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The same one for every folder of tests that takes this fixture."""
    if not _open:
        _open.append(Browser(bare=True))
    yield _open[0]
    if _open:
        _open.pop().close()


@pytest.fixture
def comes(browser: Browser, site: Site) -> Iterator[Comes]:
    """Somebody comes to the window: comes("amina", "ar") with an account, comes(None, "en") without.

    Several people may be there at once, each with a browser of their own.
    """
    with ExitStack() as rooms:

        def come(key: str | None, locale: str = "en", mode: Mode | None = None) -> Person:
            person = Person(rooms.enter_context(browser.person()), site, locale, mode)
            rooms.callback(person.leave)
            if key:
                person.sign_in(key)
                person.locale = locale
            return person

        yield come
