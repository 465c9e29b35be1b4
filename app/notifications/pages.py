"""Typed contexts of the notification templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.kit.pages import Page
from app.kit.views import When


@dataclass(frozen=True)
class MailboxLine:
    """One message as the demo shows it; `lang` and `dir` are its own."""

    id: str
    channel: str
    to: str
    lang: str
    dir: str
    subject: str
    text: str
    link: str
    label: str
    at: When


@dataclass(frozen=True)
class Mailbox(Page):
    template: ClassVar[str] = "notifications/mailbox.html"

    items: Sequence[MailboxLine]
