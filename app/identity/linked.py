"""Door of a subject: which person an account is, how that became known, and how it ends."""

from app.identity.linking.codes import LIFE, SHOWN, Slip, at_counter, slip
from app.identity.linking.ending import REASONS, by_clerk, by_owner
from app.identity.linking.persons import Link, of_account, of_person
from app.identity.linking.reach import reach
from app.identity.linking.seen import ATTESTED, SAY, SEEN, how

__all__ = [
    "ATTESTED", "LIFE", "REASONS", "SAY", "SEEN", "SHOWN", "Link", "Slip", "at_counter", "by_clerk", "by_owner",
    "how", "of_account", "of_person", "reach", "slip",
]  # fmt: skip
