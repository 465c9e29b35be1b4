"""Telling people: notices in the portal, by mail, text message and letter, and what became of each delivery."""

from app.notifications.bouncing import bounced
from app.notifications.channels import chosen
from app.notifications.failing import sent_to
from app.notifications.letters import LetterLine, letter, letters_waiting, printed
from app.notifications.minting import MINTERS, Sender, install
from app.notifications.notice import Enclosure, Link, Mint, Minted, Notice, Recipient
from app.notifications.notifying import notify
from app.notifications.preferring import prefer, preferred
from app.notifications.queries import (
    DeliveryLine,
    Told,
    clear,
    deliveries,
    is_leaving,
    mark_read,
    notice,
    notices,
    told,
    unread,
)

__all__ = [
    "MINTERS", "DeliveryLine", "Enclosure", "LetterLine", "Link", "Mint", "Minted", "Notice", "Recipient", "Sender",
    "Told", "bounced", "chosen", "clear", "deliveries", "install", "is_leaving", "letter", "letters_waiting",
    "mark_read", "notice", "notices", "notify", "prefer", "preferred", "printed", "sent_to", "told", "unread",
]  # fmt: skip
