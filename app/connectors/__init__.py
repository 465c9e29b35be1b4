"""We ask others: every call that leaves the town goes through this room, and only to configured hosts."""

from app.connectors.outbound import NotConfigured
from app.connectors.registers import Silent, Told, ask_register
from app.connectors.sms import Failed, Sent, send_sms

__all__ = ["Failed", "NotConfigured", "Sent", "Silent", "Told", "ask_register", "send_sms"]
