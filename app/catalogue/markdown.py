"""Markdown of services and pages to clean HTML. Links that begin with a slash lead to this town, in this language."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "ul", "ol", "li", "a", "strong", "em", "h2", "h3", "h4", "br", "blockquote", "hr", "bdi"}
_READER = MarkdownIt("commonmark", {"html": False})


@lru_cache(4096)
def prose(text: str, locale: str) -> Markup:
    """Paragraphs, lists, headings from level two, links; nothing else passes."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        local = tag == "a" and name == "href" and value.startswith("/") and not value.startswith("//")
        return f"/{locale}{value}" if local else value

    html = nh3.clean(
        _READER.render(text),
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel", "sms"},
        link_rel=None,
        attribute_filter=attribute,
    )
    return Markup(html)  # noqa: S704 (cleaned above)
