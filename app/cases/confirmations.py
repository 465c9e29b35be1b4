"""The door of what others say whom a case names: `from app.cases import confirmations`."""

from app.cases.confirming.answering import GoneOn, answer, answer_for, go_on
from app.cases.confirming.reading import (
    AGREED,
    ASKED,
    DECLINED,
    Other,
    Question,
    hers,
    name,
    of_case,
    others,
    question,
    waiting,
)

__all__ = [
    "AGREED", "ASKED", "DECLINED", "GoneOn", "Other", "Question", "answer", "answer_for", "go_on", "hers", "name",
    "of_case", "others", "question", "waiting",
]  # fmt: skip
