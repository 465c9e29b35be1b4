"""Title, headings, main part, names of landmarks, way past the header, order."""

from collections.abc import Iterable, Iterator

from ..finding import Finding
from ..view import View
from .told import every, told


def check(view: View) -> Iterator[Finding]:
    view.seen["title"] = view.driver.title
    yield from told(view, "structure", every("untitled"))


def same_titles(titles: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """(page, title) of all pages: two pages with one title cannot be told apart."""
    first: dict[str, str] = {}
    for page, title in titles:
        other = first.setdefault(title, page)
        if title and other != page:
            yield Finding("structure", "2.4.2", page, "", "title", f'"{title}" is the title of {other} too')
