"""Which parts of a page have been looked at already, in this mode and in this direction of writing.

What presses, points and photographs takes long, and pages of one site are made of the same parts. A part is an element
with words, a control or a picture: what it is, what it stands in, and how it is drawn (colours, sizes, position), not
its words. A page with a part that has not come before is looked at; one that has nothing new is left out. So a barrier
that changes neither structure nor style (a script that traps the focus on one page only) is found by looking at
everything (`Gate(kinds=None)`, `--full`), not by this.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .view import View

Part = tuple[str, str, int]  # mode, direction, what the script calls it


@dataclass
class Kinds:
    seen: set[Part] = field(default_factory=set)

    def all_known(self, view: "View") -> bool:
        """Whether nothing on this page is new; from now on all of it is known."""
        page = view.ask("kinds")
        parts: set[Part] = {(view.mode.name, page["direction"], part) for part in page["parts"]}
        new = parts - self.seen
        self.seen |= new
        return not new
