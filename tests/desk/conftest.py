"""A certificate that Amina asked for, and the clerk it comes to."""

from collections.abc import Callable

import pytest

from tests.applying import certificate
from tests.towns import Client


@pytest.fixture
def amina(comes_as: Callable[..., Client]) -> Client:
    return comes_as("amina")


@pytest.fixture
def clara(comes_as: Callable[..., Client]) -> Client:
    return comes_as("clara")


@pytest.fixture
def asked(amina: Client) -> str:
    """The reference of a birth certificate that a clerk has to check."""
    return certificate(amina)
