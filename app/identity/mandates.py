"""Door of a subject: mandates, by which one person acts for another."""

from app.identity.mandating.ending import by_clerk, last_day_of_minority
from app.identity.mandating.giving import COUNTER, GUARDIAN, MANDATE, OWN, PAPER, accept, allowed, check, give, is_for
from app.identity.mandating.hearing import HINT, QUESTION, REQUIRED, change_for_her, standing
from app.identity.mandating.importing import import_mandates
from app.identity.mandating.over import MandateOver, insist, say, sentences
from app.identity.mandating.pages import Line
from app.identity.mandating.pages import given as line
from app.identity.mandating.reading import Held, given, grants, last_day, one, over_since, past, today
from app.identity.mandating.recording import HOW, SEEN, NotMinor, Recorded, record
from app.identity.mandating.words import TOLD, account_name, both, helper, rights, sentence, until, what

__all__ = [
    "COUNTER", "GUARDIAN", "HINT", "HOW", "MANDATE", "OWN", "PAPER", "QUESTION", "REQUIRED", "SEEN", "TOLD", "Held",
    "Line", "MandateOver", "NotMinor", "Recorded", "accept", "account_name", "allowed", "both", "by_clerk",
    "change_for_her", "check", "give", "given", "grants", "helper", "import_mandates", "insist", "is_for", "last_day",
    "last_day_of_minority", "line", "one", "over_since", "past", "record", "rights", "say", "sentence", "sentences",
    "standing", "today", "until", "what",
]  # fmt: skip
