"""Which parts of a page have been looked at already, in this mode and in this direction of writing.

What presses, points and photographs takes long, and pages of one site are made of the same parts. A part is an element
with words, a control or a picture: what it is, what it stands in, and how it is drawn (colours, sizes, position), not
its words. A page with a part that has not come before is looked at, and pressed only where the new part is one that
can be pressed or reached, or that may lie over such a one; a page that has nothing new is left out. So a barrier that
changes neither structure nor style (a script that traps the focus on one page only) is found by looking at everything
(`Gate(kinds=None)`, `--full`), not by this.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .view import View

Part = tuple[str, str, int]  # mode, direction, what the script calls it


class New(NamedTuple):
    drawn: bool  # something on the page looks as nothing did before
    pressed: bool  # and it can be pressed


@dataclass
class Kinds:
    seen: set[Part] = field(default_factory=set)
    rings: dict[str, dict[str, Any]] = field(default_factory=dict)  # by colours, then by what wears them

    def new(self, view: "View") -> New:
        """What this page has that no page had; from now on all of it is known."""
        page = view.ask("kinds")
        here = view.mode.name, page["direction"]
        parts: set[Part] = {(*here, part) for part in page["parts"]}
        fresh = parts - self.seen
        self.seen |= fresh
        return New(bool(fresh), any((*here, part) in fresh for part in page["pressed"]))
