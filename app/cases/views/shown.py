"""Sections of answers, as kept at filing or as they stand in a draft, ready for a page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from app.cases.pages import FileLine, Row, Section
from app.cases.views.files import size
from app.forms import File
from app.kit.i18n import direction, lang_tag

APART, LINK, NOTHING = Markup("<bdi>%s</bdi>"), Markup('<a href="%s">%s</a>'), Markup("")


def sections(
    shown: Sequence[dict[str, Any]], change: Callable[[str], str] | None = None, *, locale: str = ""
) -> tuple[Section, ...]:
    """Rows of `showing.sections`; `change` gives the address where a field is changed. `locale` is the language they
    were kept in, when it is not that of the page."""
    return tuple(
        Section(
            f"section-{number}",
            section["title"],
            tuple(_row(said, change(said["field"]) if change else "") for said in section["lines"]),
            lang_tag(locale) if locale else "",
            direction(locale) if locale else "",
        )
        for number, section in enumerate(shown, 1)
    )


def _row(said: dict[str, Any], change: str) -> Row:
    question = said["question"]
    return Row(question, tuple(line(spans) for spans in said["answer"]), change, question if change else "")


def line(spans: Iterable[Sequence[Any]]) -> Markup:
    """A line with what people wrote and numbers isolated, so that no direction spills over; a third part is a link."""
    return NOTHING.join(_span(*span) for span in spans)


def _span(text: str, apart: bool, link: str = "") -> Markup:
    if link:
        return LINK % (link, text)
    return APART % text if apart else escape(text)


def files(fields: dict[str, Any], filed: Mapping[str, Any], locale: str, url: str = "") -> tuple[FileLine, ...]:
    """The files of a filing with their hashes; `url` is where they are served, "" where they are only named."""
    found = []
    for name, field in fields.items():
        if isinstance(field, File):
            for file in filed.get(name) or ():
                meta = size(file["size"], locale)
                found.append(FileLine(file["name"], meta, f"{url}/{file['blob']}" if url else "", file["sha256"]))
    return tuple(found)
