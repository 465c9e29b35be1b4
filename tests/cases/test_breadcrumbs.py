"""What lies above a case: one's own cases, and for a guest the page of codes instead of a sign-in."""

import re
from collections.abc import Callable

import pytest

from tests import applying
from tests.towns import Client


@pytest.mark.parametrize("below", ["", "/filed"])
def test_above_a_case_is_what_its_reader_may_open(comes_as: Callable[..., Client], below: str) -> None:
    guest, dan = comes_as(), comes_as("dan")
    theirs = guest.get(f"/en/cases/{applying.pickup(guest, 'guest@example.com')}{below}").text
    his = dan.get(f"/en/cases/{applying.certificate(dan)}{below}").text
    assert above(theirs)[0] == "/en/check"
    assert above(his)[0] == "/en/me"


def above(page: str) -> list[str]:
    """Where the breadcrumbs lead."""
    return re.findall(r'href="([^"]+)"', page.partition('class="breadcrumbs"')[2].partition("</nav>")[0])
