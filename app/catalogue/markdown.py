"""Markdown of services and pages to clean HTML. Links that begin with a slash lead to this town, in this language."""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup, escape

from app.catalogue.writing.linking import resolved
from app.kit.templates import phrases

TAGS = {"p", "ul", "ol", "li", "a", "strong", "em", "h2", "h3", "h4", "br", "blockquote", "hr", "bdi", "wbr"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "h2": {"id"}, "h3": {"id"}}
STRONG = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
ANCHOR = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
LINE = 11
"""Letters that a second heading has room for in one line of a small phone."""
HEADING = re.compile(r"(<h[2-4][^>]*>)(.*?)(</h[2-4]>)")
MAIL = r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
NUMBER = r"(?P<number>(?<![\w:.,/])(?:\+\d[\d ]{5,}\d|\d{2,}(?: \d{2,})+)(?![\w:]))"
CONTACT = re.compile(f"{MAIL}|{NUMBER}")


@lru_cache(4096)
def prose(text: str, locale: str) -> Markup:
    """Paragraphs, lists, headings from level two (`## Report {#report}` names a heading), links; nothing else passes.
    E-mail addresses become links, and telephone numbers keep their order in Arabic."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        local = tag == "a" and name == "href" and value.startswith("/") and not value.startswith("//")
        return f"/{locale}{value}" if local else value

    html = nh3.clean(
        HEADING.sub(_phrased, _READER.render(STRONG.sub("\ue000\\1\ue001", resolved(text))))
        .replace("\ue000", "<strong>")
        .replace("\ue001", "</strong>"),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel", "sms"},
        link_rel=None,
        attribute_filter=attribute,
    )
    return Markup(html)  # noqa: S704 (cleaned above)


def isolated(text: str) -> Markup:
    """A plain sentence in which addresses and numbers keep their order, whatever the direction around them."""
    return Markup(CONTACT.sub(_mark, str(escape(text))))  # noqa: S704 (escaped)


def _mark(found: re.Match[str]) -> str:
    """An address may end a line after its sign and nowhere else; a number never does."""
    return f"<bdi>{found[0].replace('@', '@<wbr>').replace(' ', '&nbsp;')}</bdi>"


def _phrased(found: re.Match[str]) -> str:
    words = Markup(found[2])  # noqa: S704 (cleaned afterwards)
    return f"{found[1]}{phrases(words, LINE)}{found[3]}"


def _headings(state: StateCore) -> None:
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        anchor = ANCHOR.search(inline.content) if opening.type == "heading_open" else None
        if anchor:
            opening.attrSet("id", anchor[1])
            inline.content = inline.content[: anchor.start()]


def _contacts(state: StateCore) -> None:
    for token in state.tokens:
        depth, children = 0, []
        for child in token.children or ():
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            children.extend(_parts(child.content, linked=depth > 0) if child.type == "text" else [child])
        if token.children:
            token.children = children


def _parts(text: str, linked: bool) -> list[Token]:
    parts, end = [], 0
    for found in CONTACT.finditer(text):
        parts.append(Token("text", "", 0, content=text[end : found.start()]))
        mark = _mark(found)
        html = f'<a href="mailto:{found[0]}">{mark}</a>' if found["mail"] and not linked else mark
        parts.append(Token("html_inline", "", 0, content=html))
        end = found.end()
    return [*parts, Token("text", "", 0, content=text[end:])]


# CommonMark's own ** does not close between a full-width colon and a Chinese character, hence STRONG.
_READER = MarkdownIt("commonmark", {"html": False})
_READER.core.ruler.before("inline", "anchors", _headings)
_READER.core.ruler.push("contacts", _contacts)
