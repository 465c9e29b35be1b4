"""Who wants to hear how a report ends, without an account: every SELECT of it."""

from sqlalchemy import bindparam, select

from app.cases.alike.models import NewsWanted
from app.cases.models import CaseFile
from app.kit import db

W, C = db.table(NewsWanted).c, db.table(CaseFile).c
ONE = select(W.id, W.case_id, W.address, W.email, W.locale).where(W.id == bindparam("id"))
BEFORE = select(W.case_id, W.email, W.asked_at, W.proven_at, W.told_at).where(
    W.address == bindparam("address"), W.id < bindparam("id")
)
OF_ADDRESS = (
    select(W.id, W.case_id, W.asked_at, W.proven_at)
    .where(W.address == bindparam("address"), W.email.is_not(None))
    .order_by(W.id)
)
PROVEN = (
    select(W.id, W.address, W.email, W.locale)
    .where(W.case_id == bindparam("case"), W.email.is_not(None), W.proven_at.is_not(None))
    .order_by(W.id)
)
UNANSWERED = select(W.id).where(W.email.is_not(None), W.proven_at.is_(None), W.asked_at <= bindparam("until"))
TOLD = select(W.id, W.told_at).where(W.told_at.is_not(None))
QUIET = select(W.id).where(W.email.is_(None), W.told_at.is_(None), W.asked_at <= bindparam("until"))
VERSIONS = (
    select(C.version)
    .join(db.table(NewsWanted), W.case_id == C.id)
    .where(W.email.is_not(None), W.proven_at.is_not(None))
    .distinct()
)
TOO_LONG = (
    select(W.id)
    .join(db.table(CaseFile), W.case_id == C.id)
    .where(C.version == bindparam("version"), W.email.is_not(None), W.proven_at <= bindparam("until"))
)
"""Of those who are to be told: whose case has not ended in all the time that a case is kept."""
