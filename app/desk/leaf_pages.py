"""Typed context of a page of a paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.documents import Leaf
from app.kit.pages import Page


class Step(NamedTuple):
    """A way on from a page of a paper."""

    text: str
    url: str


@dataclass(frozen=True)
class LeafPage(Page):
    """`read` opens the file when the page is written, while no unit is open: None where it cannot be shown. `around`:
    the page before and the one after. `sizes` say which is current; `large`: wider than the window."""

    template: ClassVar[str] = "desk/leaf.html"

    name: str
    number: int
    read: Callable[[], Leaf | None]
    around: Callable[[Leaf], tuple[Step | None, Step | None]]
    sizes: Sequence[tuple[Step, bool]]
    turned: Step
    large: bool
    picture_url: str
    file_url: str
    case_url: str
    reference: str
