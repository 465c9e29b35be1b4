"""Typed context of the receipt: a page and a printed sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from app.cases.pages import FileLine, Section
from app.cases.views.owing import Owing
from app.kit.pages import Page
from app.kit.views import When


@dataclass(frozen=True)
class Receipt(Page):
    """`easy_url`: where she says whether it was easy, "" where she is not asked."""

    template: ClassVar[str] = "cases/receipt.html"

    service: str
    title: str
    reference: str
    received: When
    due: When | None
    due_text: str
    sent: Sequence[Markup]
    keep: Sequence[Markup]
    next_title: str
    next: Sequence[Any]
    case_url: str
    check_url: str
    code: str
    digest: str
    qr: Markup | None
    sections: Sequence[Section]
    files: Sequence[FileLine]
    offers_passkey: bool
    taken_in: Markup
    check_address: str
    large: bool
    easy_url: str
    owing: Owing | None
    remaining: Sequence[str]
    visit: str
