"""Letters, certificates and decisions: issued once, kept as shown under the case's key, provable by a code."""

from app.documents.issuing import Issued, Written, issue
from app.documents.pages import DocumentPage, page
from app.documents.papers import Leaf, Locked, TooManyPages, Unreadable, cut, leaf, picture, texts
from app.documents.queries import DocumentLine, Newer, Shown, Verified, clear, of_case, replace, show, verify
from app.documents.rendering import Side, demoted

__all__ = [
    "DocumentLine", "DocumentPage", "Issued", "Leaf", "Locked", "Newer", "Shown", "Side", "TooManyPages", "Unreadable",
    "Verified", "Written", "clear", "cut", "demoted", "issue", "leaf", "of_case", "page", "picture", "replace",
    "show", "texts", "verify",
]  # fmt: skip
