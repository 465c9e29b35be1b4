"""Title, headings, main part, names of landmarks, way past the header, order."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..finding import Finding
from ..view import View
from .told import Told, every

TITLE_AND_WORDS = "return [document.title, document.body ? document.body.innerText : '']"
LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?")


class Titled(NamedTuple):
    page: str
    title: str
    words: str  # all that the page shows


SCRIPT = Told("structure", lambda view: [every("untitled")])


def check(view: View) -> Iterator[Finding]:
    view.seen["titled"] = Titled(view.page, *view.line.run(TITLE_AND_WORDS))
    yield from SCRIPT(view)


def same_titles(titles: Iterable[Titled]) -> Iterator[Finding]:
    """Two pages with one title cannot be told apart; one page at two addresses need not be."""
    first: dict[str, Titled] = {}
    for one in titles:
        other = first.setdefault(one.title, one)
        if not one.title or other.page == one.page or other.words == one.words:
            continue
        if not in_another_language(other.page, one.page):
            message = f'"{one.title}" is the title of {other.page} too'
            yield Finding("structure", "2.4.2", one.page, "", "title", message)


def in_another_language(one: str, other: str) -> bool:
    """/es/messages/7 is /en/messages/7 in another language: what people wrote to each other has one title in both."""
    (first, rest), (second, same) = (page.strip("/").partition("/")[::2] for page in (one, other))
    return rest == same and all(LANGUAGE.fullmatch(part) for part in (first, second))
