"""Cases: drafts, what was filed, messages, decisions, and the legal clock. The centre of the house.

Other rooms get frozen rows and verbs; tables stay in here.
"""

from app.cases.assigning import assign
from app.cases.deciding import Chosen, Grounds, press
from app.cases.messaging import note, write
from app.cases.queries import Case, desk_case, own_case, own_cases, own_drafts
from app.cases.submitting import submit
from app.cases.withdrawing import withdraw

# fmt: off
__all__ = [
    "Case", "Chosen", "Grounds", "assign", "desk_case", "note", "own_case", "own_cases", "own_drafts", "press",
    "submit", "withdraw", "write",
]
