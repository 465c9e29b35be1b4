"""Handing a mail to the town's mail server: smtp:// plain, starttls:// or smtps:// sealed on the way."""

import contextlib
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from app.kit import db

TIMEOUT = 8
"""Seconds for each word of the conversation: the six of a mail end before the lease of its job does."""


class Refused(Exception):
    """The server will never take this mail for this address (5xx): a bounce."""


def send(smtp_url: str, mail: EmailMessage) -> None:
    """Send one mail. Raises Refused for a bounce; whatever else goes wrong can be tried again."""
    if db.inside_unit():
        raise RuntimeError("a mail was sent while a unit of work was open")
    server = _connect(smtp_url)
    try:
        server.send_message(mail, parseaddr(str(mail["From"]))[1], [str(mail["To"])])
    except smtplib.SMTPRecipientsRefused as problem:
        code, words = next(iter(problem.recipients.values()))
        if code >= 500:
            raise Refused(_reason(code, words)) from problem
        raise
    except smtplib.SMTPDataError as problem:
        if problem.smtp_code >= 500:
            raise Refused(_reason(problem.smtp_code, problem.smtp_error)) from problem
        raise
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException):  # the mail is accepted or refused by now
            server.quit()


def _connect(smtp_url: str) -> smtplib.SMTP:
    parts = urlsplit(smtp_url)
    host, context = parts.hostname or "localhost", ssl.create_default_context()
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, local_hostname="localhost", timeout=TIMEOUT, context=context
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, local_hostname="localhost", timeout=TIMEOUT)
    try:
        if parts.scheme == "starttls":
            server.starttls(context=context)
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


def _reason(code: int, words: bytes | str) -> str:
    """The server's code and its enhanced code; its free words may name the person, so they are not kept."""
    text = words.decode("ascii", "replace") if isinstance(words, bytes) else words
    enhanced = text.split()[:1]
    known = enhanced and enhanced[0].replace(".", "").isdigit() and enhanced[0].startswith("5.")
    return f"{code} {enhanced[0]}" if known else str(code)
