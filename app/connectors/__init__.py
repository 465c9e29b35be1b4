"""We ask others: every call that leaves the town goes through this room, and only to configured hosts."""

from app.connectors.outbound import NotConfigured
from app.connectors.sms import Failed, Sent, send_sms

__all__ = ["Failed", "NotConfigured", "Sent", "send_sms"]
