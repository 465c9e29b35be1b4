"""Door of a subject: regaining an account at the window, with a document."""

from app.identity.regaining.verbs import begin

__all__ = ["begin"]
