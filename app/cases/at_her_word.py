"""The door of what staff do in a case at the word of its person: `from app.cases import at_her_word`."""

from app.cases.choosing import choices
from app.cases.counter.at_her_word import ANY_DAY, begin_appeal, insist_appeal, insist_open, take_back, ways
from app.cases.counter.choosing_for import FITS, KNOWN, Spoken, choose
from app.cases.counter.choosing_for import insist as insist_choice
from app.cases.counter.proven import Proven, at_window, waits

__all__ = [
    "ANY_DAY", "FITS", "KNOWN", "Proven", "Spoken", "at_window", "begin_appeal", "choices", "choose", "insist_appeal",
    "insist_choice", "insist_open", "take_back", "waits", "ways",
]  # fmt: skip
