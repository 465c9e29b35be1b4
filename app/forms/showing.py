"""Answers as lines to read. A span that is `apart` is somebody's own text or a number: it goes into <bdi>."""

from typing import NamedTuple

from app.kit.i18n import listed


class Span(NamedTuple):
    text: str
    apart: bool = False


Line = tuple[Span, ...]
Lines = tuple[Line, ...]


def plain(text: str) -> Line:
    return (Span(text),)


def own(text: str) -> Line:
    """A line that a person wrote, or a number that must keep its direction."""
    return (Span(text, True),)


def as_text(lines: Lines, locale: str = "en") -> str:
    """Everything in one line, for mails and lists."""
    return listed(("".join(span.text for span in line) for line in lines), locale)
