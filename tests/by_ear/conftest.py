from collections.abc import Iterator

import pytest

from a11y_tests.readers.orca import Orca


@pytest.fixture(scope="module")
def orcas() -> Iterator[dict[str, Orca]]:
    """By language, each started when somebody first listens in it."""
    running: dict[str, Orca] = {}
    yield running
    for one in running.values():
        one.close()
