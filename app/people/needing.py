"""What people need to be served well: told once, by themselves or by a clerk with their agreement, and heard by every
room that writes to them or shows them."""

from app.people.needs.asking import Choice, choices, helper, label, read
from app.people.needs.telling import (
    CLERK,
    HOW,
    REGISTER,
    SELF,
    By,
    Told,
    Whose,
    current,
    history,
    names,
    needed_since,
    tell,
)
from app.people.needs.words import (
    EASY_WORDS,
    INTERPRETER,
    LARGE_PRINT,
    LETTERS_ONLY,
    MORE_TIME,
    NEVER_CALL,
    SHARED_PHONE,
    SHORT_MESSAGES,
    WORDS,
)

# fmt: off
__all__ = [
    "CLERK", "EASY_WORDS", "HOW", "INTERPRETER", "LARGE_PRINT", "LETTERS_ONLY", "MORE_TIME", "NEVER_CALL", "REGISTER",
    "SELF", "SHARED_PHONE", "SHORT_MESSAGES", "WORDS", "By", "Choice", "Told", "Whose", "choices", "current", "helper",
    "history", "label", "names", "needed_since", "read", "tell",
]
