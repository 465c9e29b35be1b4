"""It is done: those without an account are told, once, in their language, and their addresses go with the mail."""

from sqlalchemy import update

from app import catalogue, notifications
from app.cases.alike import ending
from app.cases.alike.models import NewsWanted
from app.cases.alike.news import asking, queries
from app.cases.alike.news.queries import W
from app.cases.queries import Case
from app.kit import db
from app.kit.db import Unit
from app.kit.i18n import N_, translate


def tell(unit: Unit, case: Case, service: catalogue.Service) -> None:
    """Until the mail has left, its address stands in the notice alone."""
    for row in db.rows(unit, queries.PROVEN, case=case.id):
        said = ending.of(unit, case, service, row.locale)
        rest = [each for each in db.rows(unit, queries.OF_ADDRESS, address=row.address) if each.id != row.id]
        last = N_("We do not write to you about it any more, and forget your address.")
        notifications.notify(
            unit,
            notifications.Notice(
                kind="news_told",
                recipient=notifications.Recipient(row.locale, email=asking.address(unit, row), channels=("email",)),
                subject=said.subject,
                body=(*said.body, *(() if rest else (translate(row.locale, last),))),
                link=said.link,
                owner=row.id,
                aside=_stop(row.locale, rest),
            ),
        )
        mine = update(db.table(NewsWanted)).where(W.id == row.id)
        db.change(unit, mine.values(email=None, told_at=unit.now))


def _stop(locale: str, rest: list[db.AnyRow]) -> notifications.Mint | None:
    """Where she stops the mails about the other reports."""
    if not rest:
        return None
    label = translate(locale, N_("What else we tell you, and how to stop it"))
    return notifications.Mint(asking.MINTER, {"wanted": str(rest[0].id)}, label)
