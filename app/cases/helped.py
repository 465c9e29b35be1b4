"""Door of a subject: whose a case is, and acting for somebody in her cases, by a mandate."""

from app.cases.claiming import claim
from app.cases.claiming import offered as claims
from app.cases.helping.naming import sentence
from app.cases.helping.reaching import acting
from app.cases.views.card import helped_page as page

__all__ = ["acting", "claim", "claims", "page", "sentence"]
