"""Door of a subject: closing an account, by its owner."""

from app.identity.accounts import last_contact
from app.identity.closure.forgetting import days
from app.identity.closure.verbs import close, mandates, works_here

__all__ = ["close", "days", "last_contact", "mandates", "works_here"]
