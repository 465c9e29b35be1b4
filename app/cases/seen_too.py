"""Who sees what somebody else reported. A door of cases: `from app.cases import seen_too`."""

from app.cases.alike.seeing import carry, forget
from app.cases.alike.telling import closed

__all__ = ["carry", "closed", "forget"]
