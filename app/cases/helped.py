"""Door of a subject: whose a case is, and acting for somebody in her cases, by a mandate."""

from app.cases.claiming import claim
from app.cases.claiming import offered as claims
from app.cases.claims.by_code import ask as ask_claim
from app.cases.claims.by_code import use as claim_by_code
from app.cases.helping.naming import sentence
from app.cases.helping.reaching import acting
from app.cases.views.card import helped_page as page

__all__ = ["acting", "ask_claim", "claim", "claim_by_code", "claims", "page", "sentence"]
