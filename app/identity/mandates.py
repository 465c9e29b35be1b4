"""Door of a subject: mandates, by which one person acts for another."""

from app.identity.mandating.ending import by_clerk, last_day_of_minority
from app.identity.mandating.giving import COUNTER, GUARDIAN, MANDATE, PAPER, accept, give, is_for
from app.identity.mandating.importing import import_mandates
from app.identity.mandating.reading import Held, given, grants, one, today
from app.identity.mandating.words import account_name, both, helper, rights, until, what

__all__ = [
    "COUNTER", "GUARDIAN", "MANDATE", "PAPER", "Held", "accept", "account_name", "both", "by_clerk", "give", "given",
    "grants", "helper", "import_mandates", "is_for", "last_day_of_minority", "one", "rights", "today", "until", "what",
]  # fmt: skip
