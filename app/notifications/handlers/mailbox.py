"""The demo's mailbox, as a page and as JSON; a real town has none."""

import json

from starlette.requests import Request

from app.kit import views
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.i18n import direction, lang_tag
from app.kit.pages import Data, Page
from app.notifications import mailbox
from app.notifications.pages import Mailbox, MailboxLine

ON_A_PAGE, IN_A_FEED = 100, 20_000


def index(request: Request, unit: Unit) -> Page:
    items = _items(unit, ON_A_PAGE)
    locale, zone = locale_of(request), unit.town.zone
    return Mailbox([_line(item, locale, zone) for item in items])


def feed(request: Request, unit: Unit) -> Data:
    """`[{id, channel, to, locale, subject, text, html, at, case}]`, the newest first; `case` is a reference or null."""
    body = [
        {
            "id": str(item.id),
            "channel": item.message.channel,
            "to": item.message.to,
            "locale": item.message.locale,
            "subject": item.message.subject,
            "text": item.message.text,
            "html": item.message.html,
            "at": item.at.isoformat(),
            "case": item.message.reference or None,
        }
        for item in _items(unit, IN_A_FEED)
    ]
    return Data(json.dumps(body, ensure_ascii=False).encode(), "application/json")


def _items(unit: Unit, most: int) -> list[mailbox.Item]:
    if not unit.town.demo:
        raise NotFound
    return mailbox.items(unit, most)


def _line(item: mailbox.Item, locale: str, zone: str) -> MailboxLine:
    message = item.message
    return MailboxLine(
        str(item.id),
        message.channel,
        message.to,
        lang_tag(message.locale),
        direction(message.locale),
        message.subject,
        message.text,
        message.link,
        message.label,
        views.moment(item.at, locale, zone),
    )
