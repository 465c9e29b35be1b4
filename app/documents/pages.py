"""The page on which a document is read and printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.documents.queries import Shown
from app.kit import qr, views
from app.kit.i18n import direction, lang_tag
from app.kit.pages import Page
from app.kit.towns import Town
from app.kit.views import When


@dataclass(frozen=True)
class SideView:
    """One language of the document; `binding` is the official one."""

    lang: str
    dir: str
    html: Markup
    binding: bool


@dataclass(frozen=True)
class DocumentPage(Page):
    template: ClassVar[str] = "documents/show.html"

    title: str
    reference: str
    issued: When
    sides: Sequence[SideView]
    code: str
    check_url: str
    qr: Markup
    back_url: str
    sha256: str
    newer: When | None
    newer_code: str


def page(town: Town, shown: Shown, locale: str, back_url: str) -> DocumentPage:
    """A document as a page in one language of the frame; what was issued stays in its own."""
    check = f"{town.base_url}/{locale}/check"
    sides = [
        SideView(lang_tag(side.locale), direction(side.locale), Markup(side.html), number == 0)  # noqa: S704
        for number, side in enumerate(shown.sides)
    ]
    title = next((side.title for side in shown.sides if side.locale == locale), shown.sides[0].title)
    return DocumentPage(
        title,
        shown.reference,
        views.moment(shown.issued_at, locale, town.zone),
        sides,
        shown.code,
        check,
        qr.picture(f"{check}?code={shown.code}"),
        back_url,
        shown.sha256,
        views.moment(shown.newer.issued_at, locale, town.zone) if shown.newer else None,
        shown.newer.code if shown.newer else "",
    )


@dataclass(frozen=True)
class DayRoot:
    """One day and the root of everything that was recorded on it, as hexadecimal."""

    day: When
    root: str


@dataclass(frozen=True)
class Transparency(Page):
    template: ClassVar[str] = "documents/transparency.html"

    roots: Sequence[DayRoot]
