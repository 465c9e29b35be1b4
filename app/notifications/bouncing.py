"""Delivery reports: a mail that came back, piped in by the mail server of the town."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from uuid import UUID

from app.kit.db import Unit
from app.notifications.failing import fail
from app.notifications.models import BOUNCED

OURS = re.compile(r"<([0-9a-f]{32})@")


def bounced(unit: Unit, raw_message: bytes) -> UUID | None:
    """Read a delivery report and mark the delivery that it is about; its id, or None when there is none to mark.

    A report of a mere delay, an answer of an absent person, or a mail that is no report changes nothing.
    """
    report = message_from_bytes(raw_message, _class=EmailMessage, policy=default)
    status = next((code for action, code in _statuses(report) if action == "failed"), None)
    found = next(_about(report), None)
    if status is None or found is None or not fail(unit, found, BOUNCED, status):
        return None
    return found


def _statuses(report: EmailMessage) -> Iterator[tuple[str, str]]:
    """Action and status code of each recipient in the report."""
    for part in report.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        blocks = part.get_payload()
        for block in blocks if isinstance(blocks, list) else []:
            if isinstance(block, Message) and block["Action"]:
                status = re.match(r"\d\.\d{1,3}\.\d{1,3}", str(block["Status"] or "").strip())
                yield str(block["Action"]).strip().lower(), status[0] if status else ""


def _about(report: EmailMessage) -> Iterator[UUID]:
    """Our deliveries that the report names: in the returned mail or its headers, or in what it answers to."""
    returned = [str(part.get("Message-ID", "")) for part in report.walk() if part is not report]
    headers = [str(part.get_payload()) for part in report.walk() if part.get_content_type() == "text/rfc822-headers"]
    answers = [str(report.get(name, "")) for name in ("In-Reply-To", "References")]
    for text in (*returned, *headers, *answers):
        for match in OURS.finditer(text):
            yield UUID(match[1])
