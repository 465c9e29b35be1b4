"""It is done: whoever sees the same and asked for it is told, in her language. Its own SELECT."""

from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from app import catalogue, identity, notifications
from app.cases import queries
from app.cases.alike import ending, indexing
from app.cases.alike.models import SeenToo
from app.cases.alike.news import telling as guests
from app.cases.merging.reading import MERGED
from app.kit import db
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.people import needing

S = db.table(SeenToo).c
WANT = (
    select(S.account_id)
    .where(S.case_id == bindparam("case"), S.account_id.is_not(None))
    .group_by(S.account_id)
    .order_by(func.min(S.at))
)
TOLD = update(db.table(SeenToo)).where(S.case_id == bindparam("its")).values(account_id=None)


def closed(unit: Unit, case_id: UUID) -> None:
    """Nothing of the case but what it says of the thing itself: where it stands, and what that means. Who was told is
    known no more afterwards, nor is the case found by anybody."""
    case = queries.case(unit, case_id)
    if case.outcome == MERGED:
        return
    service = catalogue.version(unit, case.version)
    for row in db.rows(unit, WANT, case=case_id):
        contact = identity.contact(unit, row.account_id)
        if contact is None:
            continue
        said = ending.of(unit, case, service, contact.locale)
        told = needing.names(unit, needing.Whose(None, contact.id))
        shared = needing.SHARED_PHONE in told
        notifications.notify(
            unit,
            notifications.Notice(
                kind="seen_too",
                recipient=notifications.Recipient(contact.locale, account_id=contact.id, email=contact.email),
                subject=translate(contact.locale, N_("There is news for you")) if shared else said.subject,
                body=said.body,
                link=said.link,
            ),
        )
    db.change(unit, TOLD, its=case_id)
    guests.tell(unit, case, service)
    indexing.forget(unit, case_id)
