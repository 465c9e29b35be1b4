"""Which parts of a page have been looked at already, and in which way of looking.

What presses, points and photographs takes long, and pages of one site are made of the same parts. A part is an element
with words, a control or a picture: what it is, what it stands in, and how it is drawn, not its words. What is asked of
it depends on different things: its contrast on colours, its place in the order of the keyboard on sizes, its ring on
both, and what it does when it is pressed on neither, only on the width, for which a page may have other controls.
What a page does on paper, turned on its side or larger depends on its style sheets and on what it is made of; and what
axe says of colours needs to be said once for each.
So a part is photographed where it has not been seen in these colours, come to by keyboard where it is new in these
colours or in this size, and pressed where it is new at this width; the whole page where what is new stays on the
screen while the page scrolls. A page that has nothing new is left out. A barrier that changes neither structure nor
style (a script that traps the focus on one page only) is found by looking at everything (`Gate(kinds=None)`,
`--full`), not by this.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from .fingerprint import pattern

if TYPE_CHECKING:
    from .view import View

Part = tuple[str, str, int]  # in which way of looking, direction of writing, what the script calls it


class New(NamedTuple):
    """What of a page no page had before: the numbers of its parts (scripts/kinds.js), or None for the whole page."""

    drawn: list[int] | None = None  # something, as it looks in these colours
    reached: list[int] | None = None  # something that can be pressed, as it looks in these colours or lies at this size
    pressed: list[int] | None = None  # something that can be pressed, as it behaves at this width


@dataclass
class Kinds:
    seen: set[Part] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    stays: set[tuple[str, str]] = field(default_factory=set)  # by size
    rings: dict[str, dict[str, Any]] = field(default_factory=dict)  # by colours, then by what wears them

    def styled(self, view: "View") -> bool:
        """Whether the page has a style sheet, a script, a wish for its window or a part that no page had set so."""
        page = parts(view)
        here: set[Part] = {("style", "", page["sheets"])}
        here |= {("style", page["direction"], style) for *_, style in page["parts"]}
        new = not here <= self.seen
        self.seen |= here
        return new

    def met(self, view: "View") -> bool:
        """Whether a page at such an address, in this language, was open before."""
        address = pattern(parts(view)["address"])
        before = address in self.addresses
        self.addresses.add(address)
        return before

    def staying(self, view: "View") -> bool:
        """Whether something that stays on the screen while the page scrolls is new at this size."""
        here = {(view.mode.size, name) for name in view.ask("stays")}
        new = not here <= self.stays
        self.stays |= here
        return new

    def new(self, view: "View") -> New:
        """From now on all of the page is known."""
        page, mode = parts(view), view.mode
        colours = f"{mode.colours} {'narrow' if mode.width < 600 else 'wide'}"
        drawn, reached, pressed, over = set[Part](), set[Part](), set[Part](), set[Part]()
        for can_be_pressed, lies_over, look, shape, paint, kind, _ in page["parts"]:
            drawn.add((colours, page["direction"], look))
            here = {(mode.colours, page["direction"], paint), (mode.size, page["direction"], shape)}
            if can_be_pressed or lies_over:
                reached |= here
                pressed.add((f"{mode.width} {mode.scripts}", page["direction"], kind))
            if lies_over == "all":
                over |= here
        new = drawn - self.seen, reached - self.seen, pressed - self.seen
        whole = bool(over - self.seen)  # what stays where it is while the page scrolls may hide any of it
        self.seen |= drawn | reached | pressed
        return New(*(None if whole and part else [name for *_, name in part] for part in new))


def parts(view: "View") -> Any:
    """Asked once for each look."""
    if "parts" not in view.seen:
        view.seen["parts"] = view.ask("kinds")
    return view.seen["parts"]
