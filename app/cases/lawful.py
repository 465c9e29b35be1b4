"""What the law grants around a decision. A door of cases of its own: `from app.cases import lawful`."""

from app.cases.law import is_free, today
from app.cases.rights.extending import EXTENSION, NotLonger, extend, is_open, left, window
from app.cases.rights.recalling import (
    RECALL,
    NotRecalled,
    message,
    recall,
    recall_message,
    recallable,
    recallable_message,
)
from app.cases.rights.settled import Settled, insist_open

__all__ = [
    "EXTENSION", "RECALL", "NotLonger", "NotRecalled", "Settled", "extend", "insist_open", "is_free", "is_open", "left",
    "message", "recall", "recall_message", "recallable", "recallable_message", "today", "window",
]  # fmt: skip
