"""What the law grants around a decision. A door of cases of its own: `from app.cases import lawful`."""

# fmt: off
from app.cases.law import is_free, today
from app.cases.rights.appealing import HersBefore, insist_other, took_part
from app.cases.rights.confidence import first as appealed
from app.cases.rights.correcting import (
    NoCorrection,
    NoMessage,
    NothingToCorrect,
    correct,
    correct_message,
    correctable_message,
)
from app.cases.rights.extending import EXTENSION, NotLonger, extend, is_open, left, was_extended, window
from app.cases.rights.more_time import lengthen
from app.cases.rights.outages import NotAnOutage
from app.cases.rights.outages import end as end_outage
from app.cases.rights.outages import one as outage
from app.cases.rights.outages import record as record_outage
from app.cases.rights.recalling import (
    RECALL,
    NotRecalled,
    message,
    recall,
    recall_message,
    recallable,
    recallable_message,
)
from app.cases.rights.settled import Settled, insist_open, insist_told
from app.cases.views.corrections import ways as corrections
from app.cases.views.outages import lines as outage_lines

__all__ = [
    "EXTENSION", "RECALL", "HersBefore", "NoCorrection", "NoMessage", "NotAnOutage", "NotLonger", "NotRecalled",
    "NothingToCorrect", "Settled", "appealed", "correct", "correct_message", "correctable_message",
    "corrections", "end_outage", "extend", "insist_open", "insist_other", "insist_told", "is_free", "is_open", "left",
    "lengthen", "message", "outage", "outage_lines", "recall", "recall_message", "recallable", "recallable_message",
    "record_outage", "today", "took_part", "was_extended", "window",
]
