"""A case of another service, for what must not be taken for a barrier."""

from collections.abc import Callable

import pytest

from tests.applying import certificate
from tests.towns import Client


@pytest.fixture
def asked(comes_as: Callable[..., Client]) -> str:
    return certificate(comes_as("amina"))
