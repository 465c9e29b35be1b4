"""Door of a subject: acting for somebody in her cases, by a mandate."""

from app.cases.helping.naming import sentence
from app.cases.helping.reaching import acting
from app.cases.views.card import helped_cards as cards

__all__ = ["acting", "cards", "sentence"]
