"""All my cases: those that run, then those that are closed, a page at a time."""

import re
from collections.abc import Callable

import pytest

from app.cases.views.card import PAGE
from app.kit.towns import Town
from tests.applying import certificate
from tests.desk.cases import copies
from tests.mypage.test_looks import link
from tests.towns import Client

CASES = "/en/me/cases"


def listed(html: str) -> list[str]:
    return re.findall(r'href="/en/cases/(VC-[0-9A-Z]{4}-[0-9A-Z]{4})"', html)


def test_the_list_goes_on_page_by_page_to_the_last_that_was_closed(comes_as: Callable[..., Client], town: Town) -> None:
    amina = comes_as("amina")
    first = certificate(amina)
    running = copies(town, first, PAGE + 1)
    closed = copies(town, first, PAGE, closed_at=town.clock.now(), outcome="granted")
    page, seen, pages = amina.get(CASES).text, [], 1
    while True:
        seen.append(listed(page))
        onward = link(page, "prev")
        if not onward:
            break
        page, pages = amina.get(onward).text, pages + 1
    whole = [reference for part in seen for reference in part]
    assert (pages, [len(part) for part in seen]) == (3, [PAGE, PAGE, 2])
    assert whole == [*running[::-1], first, *closed[::-1]]
    assert link(page, "next") == CASES


@pytest.mark.parametrize("place", ["closed", "closed.x", "open.", "else.0199a5c2f0de7a32b4c5d6e7f8091a2b", "%00", "☃"])
def test_a_place_that_cannot_be_read_is_the_first(comes_as: Callable[..., Client], place: str) -> None:
    amina = comes_as("amina")
    reference = certificate(amina)
    answer = amina.get(f"{CASES}?before={place}")
    assert (answer.status_code, listed(answer.text)) == (200, [reference])
