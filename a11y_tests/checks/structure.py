"""Title, headings, main part, names of landmarks, way past the header, order."""

import re
from collections.abc import Iterable, Iterator

from ..finding import Finding
from ..view import View
from .told import every, told

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?")


def check(view: View) -> Iterator[Finding]:
    view.seen["title"] = view.driver.title
    yield from told(view, "structure", every("untitled"))


def same_titles(titles: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """(page, title) of all pages: two pages with one title cannot be told apart."""
    first: dict[str, str] = {}
    for page, title in titles:
        other = first.setdefault(title, page)
        if title and other != page and not in_another_language(other, page):
            yield Finding("structure", "2.4.2", page, "", "title", f'"{title}" is the title of {other} too')


def in_another_language(one: str, other: str) -> bool:
    """/es/messages/7 is /en/messages/7 in another language: what people wrote to each other has one title in both."""
    (first, rest), (second, same) = (page.strip("/").partition("/")[::2] for page in (one, other))
    return rest == same and all(LANGUAGE.fullmatch(part) for part in (first, second))
