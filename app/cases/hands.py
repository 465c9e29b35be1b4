"""The door of what staff do for somebody: any channel has the same right."""

from app.cases.counter.calling import CallLine, Heard, note, of_person
from app.cases.counter.channels import WORDS
from app.cases.counter.dense import Dense, keep, of
from app.cases.counter.one_row import NEW, OneRow, one_row
from app.cases.counter.opening import KNOWN, VIA, Held, Whom, begin, held, in_hand, look, of_number, services
from app.cases.counter.taking import DECLARED, Declaration, sent, take_in, taken
from app.cases.pages import Receipt
from app.cases.views.receipt import receipt

__all__ = [
    "DECLARED", "KNOWN", "NEW", "VIA", "WORDS", "CallLine", "Declaration", "Dense", "Heard", "Held", "OneRow",
    "Receipt", "Whom", "begin", "held", "in_hand", "keep", "look", "note", "of", "of_number", "of_person",
    "one_row", "receipt", "sent", "services", "take_in", "taken",
]  # fmt: skip
