"""A first visit, as a browser makes it: the page, and everything it asks for because of the page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

KB = 1024
BLOCKING, EVERYTHING, REQUESTS = 14 * KB, 60 * KB, 6
"""What a first visit may weigh, compressed, and how often it may ask."""
OWN, FORM = 1, 2
"""Requests more where a page has styles or a script of its own, and where it has a form that shows what goes on."""

FETCHED = {"stylesheet", "preload", "modulepreload", "icon", "manifest", "apple-touch-icon"}
IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
IN_SCRIPTS = re.compile(r"""(?:^|\s)(?:import|from)\s*["']([^"']+)["']""", re.MULTILINE)


@dataclass(frozen=True)
class Sent:
    """An answer: its bytes as they travelled, and what they say."""

    size: int
    kind: str
    text: str


@dataclass(frozen=True)
class Visit:
    """`blocking` bytes come before the first words are drawn; `parts` are all that was asked for, by address."""

    path: str
    blocking: int
    parts: dict[str, int]

    @property
    def everything(self) -> int:
        return sum(self.parts.values())

    @property
    def allowed(self) -> int:
        """How many requests it may make."""
        own = [address for address in self.parts if "/css/features/" in address or "/js/" in address]
        form = any(address.endswith("/forms.css") for address in own)
        return REQUESTS + OWN * bool(own) + FORM * form


class _Head(HTMLParser):
    """What a page asks for, and which of it has to be there first."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.first: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kinds = set(given.get("rel", "").split()) if tag == "link" else set()
        if kinds & FETCHED:
            self._ask(given["href"], first="stylesheet" in kinds and given.get("media") != "print")
        elif tag == "script" and "src" in given:
            self._ask(given["src"], first=not {"defer", "async"} & set(given) and given.get("type") != "module")
        elif tag in ("img", "source", "iframe", "audio", "video", "embed", "object"):
            self._ask(given.get("src") or given.get("data") or "", first=False)
        elif tag in ("use", "image"):
            self._ask(given.get("href") or given.get("xlink:href") or "", first=False)

    def _ask(self, address: str, first: bool) -> None:
        if address and not address.startswith(("#", "data:")):
            self.asked.append(address)
            if first:
                self.first.append(address)


def visit(ask: Callable[[str], Sent], path: str) -> Visit:
    """Open a page with nothing kept from before."""
    page = ask(path)
    head = _Head()
    head.feed(page.text)
    parts = {path: page.size}
    waiting = [_absolute(path, address) for address in head.asked]
    while waiting:
        address = waiting.pop(0)
        if address not in parts:
            sent = ask(address)
            parts[address] = sent.size
            waiting += [_absolute(address, found) for found in _mentioned(sent)]
    blocking = {path, *(_absolute(path, address) for address in head.first)}
    return Visit(path, sum(parts[address] for address in blocking), parts)


def _mentioned(sent: Sent) -> Iterator[str]:
    """What a stylesheet or a module asks for in its turn."""
    pattern = {"text/css": IN_STYLES, "text/javascript": IN_SCRIPTS}.get(sent.kind)
    for found in pattern.finditer(sent.text) if pattern else ():
        address = next(group for group in found.groups() if group)
        if not address.startswith(("data:", "#")):
            yield address


def _absolute(base: str, address: str) -> str:
    """An address of this site; one of another site fails, since a visit may not go there."""
    whole = urljoin(base, urldefrag(address).url)
    if urlsplit(whole).netloc:
        raise ValueError(f"{base} asks another site: {address}")
    return whole
