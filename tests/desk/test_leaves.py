"""Papers are looked at in place: page by page, larger, turned, with their text."""

import re
from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.desk.cases import words
from tests.desk.test_looks import entries
from tests.papers import pdf, photograph, size
from tests.towns import Client

Comes = Callable[..., Client]


def sent(clerk: Client, reference: str, name: str, content: bytes) -> str:
    """Where the first page of a file is seen that came with a message."""
    case = f"/en/desk/cases/{reference}"
    clerk.submit(case, {"text": "See this"}, to=f"{case}/messages", files={"files": (name, content)})
    found = re.search(rf'href="({case}/files/[^"/]+/pages/1)"', clerk.get(case).text)
    assert found
    return found[1]


def picture(clerk: Client, page: str) -> bytes:
    found = re.search(r'<img src="([^"]+/pictures/[^"]+)"', clerk.get(page).text)
    assert found
    answer = clerk.get(found[1].replace("&amp;", "&"))
    assert answer.headers["content-type"] == "image/png"
    return bytes(answer.content)


def test_a_pdf_is_read_page_by_page(clara: Client, asked: str) -> None:
    first = sent(clara, asked, "deeds.pdf", pdf("The first page", "The second page"))
    page = words(clara.get(first).text)
    assert "Page 1 of 2" in page
    assert "The first page" in page
    assert "Page before" not in page
    second = first.replace("/pages/1", "/pages/2")
    assert f'rel="next" href="{second}"' in clara.get(first).text
    page = words(clara.get(second).text)
    assert "Page 2 of 2" in page
    assert "The second page" in page
    assert "Next page" not in page


def test_it_is_seen_larger_and_turned(clara: Client, asked: str) -> None:
    first = sent(clara, asked, "deeds.pdf", pdf("Lying"))
    across, down = size(picture(clara, first))
    assert (across, down) == (1000, 706)
    assert size(picture(clara, f"{first}?size=200"))[0] == 2000
    across, down = size(picture(clara, f"{first}?turn=90"))
    assert across == 1000
    assert down > across


def test_what_is_asked_for_strangely_is_seen_as_it_is(clara: Client, asked: str) -> None:
    first = sent(clara, asked, "deeds.pdf", pdf("Lying"))
    assert size(picture(clara, f"{first}?size=99999&turn=45"))[0] == 1000


def test_a_photograph_stands_upright_and_is_made_anew(clara: Client, asked: str) -> None:
    first = sent(clara, asked, "house.jpg", photograph(400, 200, lying=True))
    page = words(clara.get(first).text)
    assert "Page 1 of 1" in page
    assert "it has no text to read out" in page
    assert size(picture(clara, first)) == (200, 400)


def test_there_is_no_page_after_the_last(clara: Client, asked: str) -> None:
    first = sent(clara, asked, "deeds.pdf", pdf("Alone"))
    for number in ("0", "2", "99999999999999"):
        assert clara.get(first.replace("/pages/1", f"/pages/{number}")).status_code == 404


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nnothing of it", b"%PDF-1.7\n" + b"\x00" * 4000], ids=["words", "zeros"]
)
def test_a_file_that_only_claims_to_be_one_says_so(clara: Client, asked: str, content: bytes) -> None:
    first = sent(clara, asked, "broken.pdf", content)
    page = clara.get(first)
    assert page.status_code == 200
    assert "This file cannot be shown here" in page.text
    assert "<img src" not in page.text


def test_each_look_at_a_page_is_a_look(town: Town, clara: Client, asked: str) -> None:
    first = sent(clara, asked, "deeds.pdf", pdf("The first page"))
    before = sum(count for action, count in entries(town, asked) if action == "looked")
    picture(clara, first)
    assert sum(count for action, count in entries(town, asked) if action == "looked") == before + 2


def test_a_clerk_of_another_department_sees_nothing(clara: Client, comes_as: Comes, asked: str) -> None:
    first = sent(clara, asked, "deeds.pdf", pdf("Mine"))
    tomas = comes_as("tomas")
    for path in (first, first.replace("/pages/", "/pictures/")):
        assert tomas.get(path).status_code == 404
        assert clara.get(path).status_code == 200
