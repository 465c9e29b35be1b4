"""Tests that belong together stay in one process: each is called after its group, which the scheduler reads."""

from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """After every mark is set. pytest-xdist 3.8 does this too, but where pytest 9.2 no longer looks."""
    yield
    if getattr(config.option, "loadgroup", False):
        for item in items:
            if group := item.get_closest_marker("xdist_group"):
                item._id = type(item.id).parse(f"{item.nodeid}@{group.args[0]}")
