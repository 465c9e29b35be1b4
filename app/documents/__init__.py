"""Letters, certificates and decisions: issued once, kept as shown under the case's key, provable by a code."""

from app.documents.issuing import Issued, Written, issue
from app.documents.pages import DocumentPage, page
from app.documents.queries import DocumentLine, Shown, Verified, clear, of_case, show, verify
from app.documents.rendering import Side, demoted

__all__ = [
    "DocumentLine",
    "DocumentPage",
    "Issued",
    "Shown",
    "Side",
    "Verified",
    "Written",
    "clear",
    "demoted",
    "issue",
    "of_case",
    "page",
    "show",
    "verify",
]
