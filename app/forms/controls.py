"""What a template draws for a field: frozen, complete, in the language of the page. No logic is left to the template.

`id` is the HTML id, `name` the form name. `described` are the ids that aria-describedby names. An error text stands
once: at the control itself, or at the group around it, whose wrong inputs then point to it. With `is_heading` the
question is the page's h1.
"""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["auto", "ltr"]


def html_id(name: str) -> str:
    """The HTML id of an input; the prefix keeps it apart from the ids of the layout."""
    return "q-" + name.replace(".", "-")


@dataclass(frozen=True)
class Box:
    """One input or, with `rows`, one textarea. `width` is w2, w4, w10 or "" (the whole measure)."""

    id: str
    name: str
    label: str
    hint: str = ""
    error: str = ""
    value: str = ""
    type: str = "text"
    inputmode: str = ""
    autocomplete: str = "off"
    width: str = ""
    direction: Direction = "auto"
    rows: int = 0
    most: int = 0
    suggestions: tuple[str, ...] = ()
    invalid: bool = False
    described: tuple[str, ...] = ()
    is_heading: bool = False
    kind: Literal["box"] = "box"


@dataclass(frozen=True)
class Item:
    """One radio or tick box. `follows` is asked when it is chosen."""

    id: str
    value: str
    label: str
    hint: str = ""
    checked: bool = False
    follows: "tuple[Control, ...]" = ()


@dataclass(frozen=True)
class Picks:
    """Radios, or tick boxes when `many`; an error of radios describes their group, one of tick boxes each of them.
    Without a label they belong to the group around them."""

    id: str
    name: str
    label: str
    items: tuple[Item, ...]
    hint: str = ""
    error: str = ""
    many: bool = False
    described: tuple[str, ...] = ()
    is_heading: bool = False
    kind: Literal["picks"] = "picks"


@dataclass(frozen=True)
class Together:
    """A fieldset: a question of several inputs; `inline` when they stand in one row, like a date."""

    id: str
    label: str
    controls: "tuple[Control, ...]"
    hint: str = ""
    error: str = ""
    inline: bool = False
    described: tuple[str, ...] = ()
    is_heading: bool = False
    kind: Literal["together"] = "together"


@dataclass(frozen=True)
class Line:
    """Short inputs beside each other, without a name of their own."""

    controls: "tuple[Control, ...]"
    kind: Literal["line"] = "line"


@dataclass(frozen=True)
class Folded:
    """What few people need, behind a summary; open where something is written or wrong."""

    label: str
    controls: "tuple[Control, ...]"
    open: bool = False
    kind: Literal["folded"] = "folded"


@dataclass(frozen=True)
class Kept:
    """A file that is there already."""

    blob: str
    name: str
    size: str


@dataclass(frozen=True)
class Upload:
    """Files: those kept, each with a button called `remove` (its value the blob), and room for more. `most`: bytes that
    each may have."""

    id: str
    name: str
    label: str
    remove: str
    hint: str = ""
    error: str = ""
    accept: str = ""
    many: bool = False
    kept: tuple[Kept, ...] = ()
    is_full: bool = False
    described: tuple[str, ...] = ()
    most: int = 0
    is_heading: bool = False
    kind: Literal["upload"] = "upload"


@dataclass(frozen=True)
class Whereabouts:
    """What a telephone says of where it is: `inputs` by name with their values, `taken` in words, "" when there is
    none; `by_form` has these words as JSON by the forms of a plural. A script shows the button; without one it is seen
    only where a position stands, to take it away by the box called `remove`."""

    id: str
    remove: str
    inputs: tuple[tuple[str, str], ...]
    taken: str
    by_form: str
    kind: Literal["whereabouts"] = "whereabouts"


@dataclass(frozen=True)
class RowLine:
    """One row of a group in short; it is edited on a page of its own."""

    id: str
    title: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows:
    """The rows of a group, with buttons NAME.add, NAME.change and NAME.remove (their value the row's id)."""

    id: str
    name: str
    label: str
    remove: str
    rows: tuple[RowLine, ...]
    may_add: bool = True
    hint: str = ""
    error: str = ""
    described: tuple[str, ...] = ()
    is_heading: bool = False
    kind: Literal["rows"] = "rows"


@dataclass(frozen=True)
class Prose:
    """Text between questions; paragraphs."""

    id: str
    label: str
    paragraphs: tuple[str, ...]
    is_heading: bool = False
    kind: Literal["prose"] = "prose"


Control = Box | Picks | Together | Line | Folded | Upload | Whereabouts | Rows | Prose
