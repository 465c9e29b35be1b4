"""Somebody says whether it was easy. Kept without who, sealed, for a year."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import bindparam, delete, insert, select

from app.insights.feedback.models import Feedback
from app.insights.figures import months
from app.kit import db, inputs, keys
from app.kit.db import Unit
from app.kit.engines import is_sqlite
from app.kit.i18n import N_

EASE = {
    "5": N_("Very easy"),
    "4": N_("Easy"),
    "3": N_("Neither easy nor hard"),
    "2": N_("Hard"),
    "1": N_("Very hard"),
}
"""The five answers, as they are asked for."""
LONGEST = 500
CHOOSE = N_("Choose how easy it was.")
F = db.table(Feedback)
LATELY = delete(F).where(F.c.month >= bindparam("since")).returning(*F.c).cte("lately")
MIXED = insert(F).from_select([column.name for column in F.c], select(LATELY).order_by(LATELY.c.id))


@dataclass(frozen=True)
class Given:
    """How easy it was, and a line about it, "" for none."""

    ease: int
    words: str


def read(form: inputs.Form) -> Given:
    """What was chosen and written; a line is one line, whatever it was broken into."""
    mistakes = inputs.Mistakes()
    ease = mistakes.read(lambda: inputs.one_of(form, "ease", tuple(EASE), required=CHOOSE), "")
    words = mistakes.read(lambda: inputs.text(form, "words", most=LONGEST), "")
    mistakes.tell()
    return Given(int(ease), " ".join(words.split()))


def of_page(unit: Unit, page: str, locale: str, given: Given) -> None:
    """Keep an answer about a page."""
    _keep(unit, given, page=page, locale=locale, day=unit.today)


def of_case(unit: Unit, service: str, step: str, locale: str, given: Given) -> None:
    """Keep an answer about a case; whether this case was asked before is not known here."""
    _keep(unit, given, service=service, step=step, locale=locale)


def sweep(unit: Unit) -> int:
    """Forget what was said more than a year ago; how many answers."""
    return db.change(unit, delete(F).where(F.c.month < months(unit.today)[0]))


def mix(unit: Unit) -> None:
    """Write the answers of this month and the last one anew, in the order of their keys. PostgreSQL lays rows down as
    they come, beside the transaction that they came in; SQLite lays these down by their keys from the first."""
    if not is_sqlite(unit.town.database_url):
        db.change(unit, MIXED, since=months(unit.today)[-2])


def _keep(
    unit: Unit,
    given: Given,
    *,
    locale: str,
    page: str = "",
    service: str = "",
    step: str = "",
    day: date | None = None,
) -> None:
    id = uuid4()
    words = keys.seal(unit, keys.TOWN, keys.place(Feedback, "words", id), given.words) if given.words else None
    db.add(
        unit, Feedback, id=id, page=page, service=service, step=step, ease=given.ease, locale=locale,
        month=unit.today.replace(day=1), day=day, words=words,
    )  # fmt: skip
