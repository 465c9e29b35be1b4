"""Which ways lead to a person, which are taken, and which comes next when one fails. Pure."""

from collections.abc import Collection

from app.kit.towns import Town
from app.notifications.notice import EMAIL, LETTER, PORTAL, SMS, Recipient

ORDER = (EMAIL, SMS, LETTER)
"""What we try first when nobody chose: what arrives soonest and costs least."""


def possible(town: Town, recipient: Recipient) -> tuple[str, ...]:
    """The channels by which this person can be reached from this town."""
    able = {
        EMAIL: bool(recipient.email),
        SMS: bool(recipient.phone) and bool(town.sms_url or town.demo),
        LETTER: bool(recipient.address),
    }
    return tuple(channel for channel in ORDER if able[channel])


def chosen(town: Town, recipient: Recipient) -> tuple[str, ...]:
    """Every channel she chose that is possible; else the first that is. The portal stands beside them."""
    ways = possible(town, recipient)
    wanted = tuple(dict.fromkeys(channel for channel in recipient.channels if channel in ways))
    taken = wanted or (() if PORTAL in recipient.channels and recipient.account_id else ways[:1])
    return ((PORTAL,) if recipient.account_id else ()) + taken


def after(town: Town, recipient: Recipient, tried: Collection[str]) -> str | None:
    """The next channel when one has failed: her own choices first, then ours."""
    ways = possible(town, recipient)
    wishes = [channel for channel in recipient.channels if channel in ways]
    return next((channel for channel in (*wishes, *ways) if channel not in tried), None)
