"""The door of what staff do for somebody: any channel has the same right."""

from app.cases.alike.pages import Reported
from app.cases.counter import declaring, opening
from app.cases.counter.calling import CallLine, Heard, note, of_person
from app.cases.counter.channels import WORDS
from app.cases.counter.dense import Dense, keep, of
from app.cases.counter.doubles import can_be_told, doubles, see
from app.cases.counter.doubles import last as last_of_doubles
from app.cases.counter.one_row import NEW, OneRow, one_row
from app.cases.counter.opening import KNOWN, VIA, Held, Whom, begin, held, in_hand, look, of_number, services, whose
from app.cases.counter.papers import Kept, add_as_answer, named_in, paper
from app.cases.counter.papers import add as add_paper
from app.cases.counter.papers import keep as keep_paper
from app.cases.counter.papers import remove as remove_paper
from app.cases.counter.papers import waiting as papers
from app.cases.counter.received import EARLY, day_of
from app.cases.counter.received import draw as draw_came
from app.cases.counter.received import errors as came_errors
from app.cases.counter.received import read as came
from app.cases.counter.replying import Reply, ReplyRow, locked, reply, reply_row
from app.cases.counter.replying import keep as keep_reply
from app.cases.counter.replying import send as send_reply
from app.cases.counter.taking import DECLARED, Declaration, sent, take_in, taken
from app.cases.law import today
from app.cases.receipt_pages import Receipt
from app.cases.views.receipt import receipt

__all__ = [
    "DECLARED", "EARLY", "KNOWN", "NEW", "VIA", "WORDS", "CallLine", "Declaration", "Dense", "Heard", "Held", "Kept",
    "OneRow", "Receipt", "Reply", "ReplyRow", "Reported", "Whom", "add_as_answer", "add_paper", "begin", "came",
    "came_errors", "can_be_told", "day_of", "declaring", "doubles", "draw_came", "held", "in_hand", "keep",
    "keep_paper", "keep_reply", "last_of_doubles", "locked", "look", "named_in", "note", "of", "of_number",
    "of_person", "one_row", "opening", "paper", "papers", "receipt", "remove_paper", "reply", "reply_row", "see",
    "send_reply", "sent", "services", "take_in", "taken", "today", "whose",
]  # fmt: skip
