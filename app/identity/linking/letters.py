"""A code by post to the registered address: asked for by a number and a birth date, sent only if they are a person's.

The answer is the same whatever was typed. Whether it fits is found out later, by a job: neither the words of a page nor
the time it takes tell anybody anything.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select

from app import notifications, people
from app.identity.linking import codes
from app.identity.linking.models import LetterAsked, LinkCode
from app.identity.linking.seen import LETTER
from app.kit import db, jobs, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import LOCALES, N_, translate
from app.kit.ids import new_id

JOB, MINTER = "identity.link_letter", "link_code"
LIFE = timedelta(days=30)
MOST = 2
"""Letters to one person within the life of a code."""

C, A = db.table(LinkCode).c, db.table(LetterAsked).c
SENT = (
    select(func.count())
    .select_from(db.table(LinkCode))
    .where(C.person_id == bindparam("person"), C.how == LETTER, C.created_at > bindparam("since"))
)
ASKED = select(A.id, A.account_id, A.asked).where(A.id == bindparam("id"))


@dataclass(frozen=True)
class Asked:
    """Argument of the job that looks whether a letter may go."""

    asked_id: UUID


def ask(unit: Unit, actor: Actor, answer: Mapping[str, Any]) -> None:
    """Note what somebody typed of herself: `born` and `identifier` as a form stores them."""
    asked_id = new_id()
    sealed = keys.seal(unit, keys.TOWN, keys.place(LetterAsked, "asked", asked_id), json.dumps(dict(answer)))
    db.add(unit, LetterAsked, id=asked_id, account_id=actor.account_id, asked=sealed, at=unit.now)
    jobs.enqueue(unit, JOB, Asked(asked_id))


def send(unit: Unit, args: Asked) -> None:
    """Post the code if there is such a person, with an address, who was not sent too many."""
    row = db.row(unit, ASKED, id=args.asked_id)
    if row is None:
        return
    answer = json.loads(keys.open(unit, keys.TOWN, keys.place(LetterAsked, "asked", row.id), row.asked))
    db.change(unit, delete(db.table(LetterAsked)).where(A.id == row.id))
    record = _matching(unit, answer)
    if record is None or not record.lines():
        return
    if db.value(unit, SENT, person=record.id, since=unit.now - LIFE) >= MOST:
        return
    code_id = codes.make(unit, record.id, LETTER, LIFE, account_id=row.account_id)
    _post(unit, record, code_id)


def _matching(unit: Unit, answer: Mapping[str, Any]) -> people.Record | None:
    """The person who has this number on this kind of document, and was born on this day."""
    given = answer.get("identifier") or {}
    found = people.by_number(unit, str(given.get("value") or ""))
    record = people.record(unit, found) if found else None
    known = record.named.value if record and record.named else {}
    same = (known.get("identifier") or {}).get("kind") == given.get("kind") and known.get("born") == answer.get("born")
    return record if same else None


def _post(unit: Unit, record: people.Record, code_id: UUID) -> None:
    locale = record.language if record.language in LOCALES else LOCALES[0]
    days = LIFE.days
    words = (
        N_("Somebody who is signed in with an e-mail address says that this is you, and asked for this code."),
        N_("If it was you: open the page, sign in with the same address and enter the code. Then we know who you are."),
        N_("If it was not you, throw this letter away. Without the code nobody learns anything about you."),
    )
    works = translate(locale, N_("The code works once, for %(days)s days."), days=days)
    to = notifications.Recipient(
        locale=locale, person_id=record.id, address=(record.name, *record.lines()), channels=("letter",)
    )
    notifications.notify(
        unit,
        notifications.Notice(
            kind="link_code",
            recipient=to,
            subject=translate(locale, N_("Your code, to show who you are")),
            body=(*(translate(locale, each) for each in words), works),
            link=notifications.Mint(MINTER, {"code": str(code_id)}, translate(locale, N_("Enter the code here"))),
        ),
    )


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    """The code, made when the letter is written; it does not stand in the address of the page."""
    return notifications.Minted("/me/person", codes.written(codes.code(unit, UUID(args["code"]))))
