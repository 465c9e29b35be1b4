"""What makes two findings the same one: yesterday's and today's, the Spanish one and the English one; and which are
alike: one fault, that many elements have, told once to people."""

import re
from urllib.parse import urlsplit

from .finding import Finding

POSITION = re.compile(r":(nth-[\w-]+\([^)]*\)|first-[\w-]+|last-[\w-]+)")
CHANGING_ID = re.compile(r"#[^\s>+~.:\[]*\d[^\s>+~.:\[]*")  # "#field-31", "#a-4f2c…"
MADE_ID = re.compile(r"#\S*\\\S*")  # with letters that nobody writes by hand: the name of a class, a path
ATTRIBUTE = re.compile(r"\[[^\]]*\]")
QUOTED = re.compile(r'".*"|\n.*', re.DOTALL)
COLOUR = re.compile(r"#[\da-f]{6}\b")
PLACE = re.compile(rf"(\S+ > )+\S+|(?<!\S)(?!{COLOUR.pattern})#\S+")  # a selector
NUMBER = re.compile(r"(?<![\w#])\d+([.,]\d+)*(?=\W|p[tx]|$)")
CHANGING_STEP = re.compile(r"\d|^[0-9a-f-]{32,}$")  # /cases/VC-7K3M-9QZA, /drafts/018f…

Fingerprint = tuple[str, str, str, str]


def fingerprint(finding: Finding, locales: tuple[str, ...] = ()) -> Fingerprint:
    """Check, criterion, kind of page and selector. Not the mode: one mistake is often seen in several."""
    return finding.check, finding.criterion, kind_of(finding.page, locales), steady(finding.selector)


def kind_of(address: str, locales: tuple[str, ...] = ()) -> str:
    """The address without its language; pages of one kind differ in the language only."""
    path, _, state = urlsplit(address).path.partition(" ")
    first, _, rest = path.strip("/").partition("/")
    kind = f"/{{locale}}/{rest}" if first in locales else path
    return f"{kind} {state}".strip()


def pattern(kind: str) -> str:
    """The kind without what changes from case to case."""
    path, _, state = kind.partition(" ")
    steps = ["*" if CHANGING_STEP.search(step) else step for step in path.split("/")]
    return f"{'/'.join(steps)} {state}".strip()


def steady(selector: str) -> str:
    """A selector without positions and without ids that are numbered: a row more moves it, and it stays the same."""
    if re.fullmatch(r"line \S+", selector):
        return "line"
    return CHANGING_ID.sub("#*", POSITION.sub("", selector))


def alike(finding: Finding) -> Fingerprint:
    """Check, criterion, kind of element and reason: the links of a menu that are all too small are one fault.

    The reason is the message without the words, places and numbers of this one. The kind of element is the element and
    what it stands in; where the reason names a colour, that says better what has it in common with others.
    """
    reason = PLACE.sub("*", QUOTED.sub("*", finding.message))
    if finding.check != "open":  # what a server answers is a number that says something
        reason = NUMBER.sub("*", reason)
    steps = re.split(r"\s+(?:>\s+)?", steady(ATTRIBUTE.sub("", finding.selector)))
    *around, last = [""] * (len(steps) < 2) + steps
    holder, last = re.sub(r"#.*", "#*", around[-1]), MADE_ID.sub("#*", last)
    if COLOUR.search(reason):
        holder, last = "", re.sub(r"\..*", "", last)
    return finding.check, finding.criterion, f"{holder} > {last}", reason
