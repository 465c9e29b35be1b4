"""Door of a subject: closing an account, by its owner."""

from app.identity.accounts import last_contact
from app.identity.closure.forgetting import days
from app.identity.closure.verbs import close, mandates, proven, works_here

__all__ = ["close", "days", "last_contact", "mandates", "proven", "works_here"]
