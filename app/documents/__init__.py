"""Letters, certificates and decisions: issued once, kept as shown under the case's key, provable by a code."""

from app.documents.issuing import Issued, Written, issue
from app.documents.pages import DocumentPage, page
from app.documents.papers import Leaf, Unreadable, leaf, picture
from app.documents.queries import DocumentLine, Newer, Shown, Verified, clear, of_case, replace, show, verify
from app.documents.rendering import Side, demoted

__all__ = [
    "DocumentLine", "DocumentPage", "Issued", "Leaf", "Newer", "Shown", "Side", "Unreadable", "Verified", "Written",
    "clear", "demoted", "issue", "leaf", "of_case", "page", "picture", "replace", "show", "verify",
]  # fmt: skip
