"""Cases: drafts, what was filed, messages, decisions, the legal clock: the centre of the house. Others get frozen
rows and verbs; tables stay in here. Whose a case is, and who acts for her, has a door of its own: "helped"."""

# isort: off
from app.cases import absences, advice, applicants, at_her_word, confirmations, easy, hands, lawful, papers, personal
from app.cases import queues, seen_too, served, supervising, together, workload

# isort: on
from app.cases.answers import current
from app.cases.assigning import assign
from app.cases.at_once import send
from app.cases.auditing import changed, look
from app.cases.briefs import briefs, of_ids
from app.cases.codes import TRIAL, code
from app.cases.companions import Companion, Onward, accompany, tends
from app.cases.deciding import press
from app.cases.decisions import Chosen, Grounds, compose
from app.cases.drafts import DraftLine
from app.cases.happening import NotNow, happen
from app.cases.joining import apart, join
from app.cases.messaging import note, told_from, write
from app.cases.queries import Brief, Case, by_reference, desk_case, own_case, own_cases, own_drafts
from app.cases.queueing.reading import others_open
from app.cases.submitting import submit
from app.cases.views.card import Card, cards, draft_lines, own_page, waiting_cards
from app.cases.views.desk import OnDesk, on_desk
from app.cases.views.ways import Question, Turn, Way, offered, pressed, questions, repeats, turn
from app.cases.withdrawing import withdraw

# fmt: off
__all__ = [
    "TRIAL", "Brief", "Card", "Case", "Chosen", "Companion", "DraftLine", "Grounds", "NotNow", "OnDesk", "Onward",
    "Question", "Turn", "Way", "absences", "accompany", "advice", "apart", "applicants", "assign", "at_her_word",
    "briefs", "by_reference", "cards", "changed", "code", "compose", "confirmations", "current", "desk_case",
    "draft_lines", "easy", "hands", "happen", "join", "lawful", "look", "note", "of_ids", "offered", "on_desk",
    "others_open", "own_case", "own_cases", "own_drafts", "own_page", "papers", "personal", "press", "pressed",
    "questions", "queues", "repeats", "seen_too", "send", "served", "submit", "supervising", "tends", "together",
    "told_from", "turn", "waiting_cards", "withdraw", "workload", "write",
]
