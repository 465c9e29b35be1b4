"""Words into messages: a mail as text and HTML, a text message, a letter ready to print."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from markupsafe import Markup

from app.kit.i18n import direction, format_day, lang_tag
from app.kit.templates import environment
from app.notifications.minting import Action, Sender
from app.notifications.notice import Notice

LONGEST_SMS = 600
"""Characters; a part holds 70 in Arabic and Chinese, 153 in Latin letters."""


@dataclass(frozen=True)
class Message:
    """A message complete for its channel. `html` is "" for a text message; `link` is the address inside it, or ""."""

    channel: str
    to: str
    locale: str
    subject: str
    text: str
    html: str
    reference: str
    link: str = ""
    label: str = ""


def email(notice: Notice, action: Action | None, sender: Sender, aside: Action | None = None) -> Message:
    templates = ("mail/notice.txt", "mail/notice.html")
    return _paged("email", notice.recipient.email, notice, action, sender, templates, {"aside": aside})


def letter(notice: Notice, action: Action | None, sender: Sender, now: datetime, zone: str, home: str) -> Message:
    """A letter: the address stands where a window envelope shows it. `home` is the address of the town's pages."""
    day = format_day(now.astimezone(ZoneInfo(zone)).date(), notice.recipient.locale)
    templates = ("mail/notice.txt", "letters/letter.html")
    enclosed = [
        {"lang": lang_tag(each.locale), "dir": direction(each.locale), "html": Markup(each.html), "code": each.code}  # noqa: S704
        for each in notice.enclosed
    ]
    more = {"day": day, "enclosed": enclosed, "large": notice.recipient.large, "check": _check(home, notice)}
    return _paged("letter", "\n".join(notice.recipient.address), notice, action, sender, templates, more)


def _check(home: str, notice: Notice) -> str:
    """Where the code of a document is typed, as one reads it aloud."""
    return f"{home.partition('://')[2]}/{notice.recipient.locale}/check"


def sms(notice: Notice, action: Action | None, sender: Sender) -> Message:
    words = notice.short or notice.subject
    link = (action.url or action.code) if action else ""
    text = f"{sender.name}: {words}"[: LONGEST_SMS - len(link) - 1] + (f" {link}" if link else "")
    recipient = notice.recipient
    label = action.label if action else ""
    url = action.url if action else ""
    return Message("sms", recipient.phone, recipient.locale, "", text, "", notice.reference, url, label)


def mime(message: Message, delivery_id: UUID, mail_from: str, now: datetime) -> EmailMessage:
    """The mail on the wire. Its Message-ID is the delivery's, so that a repeat after a crash is known as one."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = mail_from
    mail["To"] = message.to
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(delivery_id, mail_from)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text, cte="quoted-printable")
    mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    mail["Content-Language"] = lang_tag(message.locale)  # last: a mail that becomes multipart hands its Content-* down
    return mail


def message_id(delivery_id: UUID, mail_from: str) -> str:
    domain = parseaddr(mail_from)[1].rpartition("@")[2] or "localhost"
    return f"<{delivery_id.hex}@{domain}>"


def _paged(
    channel: str,
    to: str,
    notice: Notice,
    action: Action | None,
    sender: Sender,
    templates: tuple[str, str],
    more: dict[str, Any],
) -> Message:
    locale = notice.recipient.locale
    subject = " ".join(notice.subject.split())
    values = {
        "subject": subject,
        "paragraphs": notice.body,
        "action": action,
        "reference": notice.reference,
        "sender": sender,
        "address": notice.recipient.address,
        "paper": channel == "letter",
        "aside": None,
        **more,
    }
    env = environment(locale)
    text, html = (env.get_template(name).render(values) for name in templates)
    link, label = (action.url, action.label) if action else ("", "")
    return Message(channel, to, locale, subject, text, html, notice.reference, link, label)
