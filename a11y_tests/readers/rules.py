"""What nobody may hear on any page."""

import re
from collections.abc import Iterable, Iterator

CONTROLS = re.compile(
    "button|checkbox|combobox|link|listbox|menuitem|radio|searchbox|slider|spinbutton|switch|tab|textbox"
)
STATES = re.compile(
    r"(not )?(checked|pressed|selected|required|invalid|expanded|disabled|editable)|collapsed|read only"
    r"|current (item|page|step)|has popup.*|\d+ control.*|orientated .*|autocomplete .*|(max|min) value .*"
)
RAW = {
    "an address": re.compile(r"^link, (https?://\S+|www\.\S+)"),
    "a number for machines": re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"),
    "a name for machines": re.compile(r"\b[a-z]+(_[a-z]+)+\b(?![.@]\w)"),
    "a place for a word": re.compile(r"%\(\w+\)s|\{\w+\}"),
}


def barriers(phrases: Iterable[str]) -> Iterator[str]:
    """What is wrong by ear, in words."""
    for phrase in phrases:
        said = re.sub(r" \(in [\w-]+\)$", "", phrase)
        role, *rest = said.split(", ")
        if CONTROLS.fullmatch(role) and all(STATES.fullmatch(part) for part in rest):
            yield f"a {role} without a name: “{phrase}”"
        if role in ("img", "image", "graphic") and not rest:
            yield f"a picture without a name: “{phrase}”"
        for what, pattern in RAW.items():
            if found := pattern.search(said):
                yield f"{what} is read out: “{found[0]}”"
