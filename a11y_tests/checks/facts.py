"""What of a page has to agree with the other pages of its site, kept for when all of them were seen."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ..computed import computed
from ..view import View
from .told import every

Facts = dict[str, Any]
Memory = list[tuple[str, Facts]]  # the page as reports call it, and what was seen there, in the order of the walk


def keep(view: View) -> None:
    if "facts" not in view.seen:
        view.seen["facts"] = view.ask("facts", computed(view), every("help"), every("paging"), every("yours"))


def by_language(memory: Iterable[tuple[str, Facts]]) -> Iterator[Memory]:
    """Names and orders are compared within one language."""
    ordered = sorted(memory, key=lambda one: str(one[1]["language"]))
    for _, pages in groupby(ordered, key=lambda one: str(one[1]["language"])):
        yield list(pages)
