"""Somebody left an e-mail address. Nobody is told anything before she who has it pressed a button; and of all who are
asked that, each is asked once."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from itsdangerous import BadData, URLSafeSerializer

from app import catalogue, notifications
from app.cases import queries as cases
from app.cases.alike.models import NewsWanted
from app.cases.alike.news import forgetting, queries
from app.cases.alike.news.forgetting import LIFE, QUIET
from app.kit import crypto, db, jobs, keys
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.ids import new_id

JOB, MINTER = "cases.ask_for_news", "news_of_reports"
LONGEST = 200


@dataclass(frozen=True)
class Ask:
    """Argument of the job that looks whether a mail may ask."""

    wanted_id: UUID


def ask(unit: Unit, case_id: UUID, email: str, locale: str) -> None:
    """Note it. Whether a mail goes out is found out later: the answer takes the same time for every address."""
    wanted_id = new_id()
    keys.make(unit, wanted_id)
    db.add(
        unit, NewsWanted, id=wanted_id, case_id=case_id,
        address=crypto.blind(unit.town.keys, "alike/news", email.casefold()),
        email=keys.seal(unit, wanted_id, keys.place(NewsWanted, "email", wanted_id), email),
        locale=locale, asked_at=unit.now, proven_at=None, told_at=None,
    )  # fmt: skip
    jobs.enqueue(unit, JOB, Ask(wanted_id))


def send(unit: Unit, args: Ask) -> None:
    """One mail at a time asks an address; what is added meanwhile is answered with it."""
    row = db.row(unit, queries.ONE, id=args.wanted_id)
    if row is None or row.email is None:
        return
    before = [each for each in db.rows(unit, queries.BEFORE, address=row.address, id=row.id) if each.told_at is None]
    unanswered = [each for each in before if each.proven_at is None and each.asked_at + QUIET > unit.now]
    out = [each for each in unanswered if each.email is not None and each.asked_at + LIFE > unit.now]
    if any(each.case_id == row.case_id and each.email is not None for each in before) or (unanswered and not out):
        forgetting.forget(unit, row.id)
    elif not out:
        _tell(unit, row)


def _tell(unit: Unit, row: db.AnyRow) -> None:
    def say(words: str, **values: str) -> str:
        return translate(row.locale, words, **values)

    case = cases.case(unit, row.case_id)
    texts = catalogue.texts(unit, catalogue.version(unit, case.version), row.locale)
    subject = say(N_("Do you want to be told when it is done?"))
    notifications.notify(
        unit,
        notifications.Notice(
            kind="news_asked",
            recipient=notifications.Recipient(row.locale, email=address(unit, row), channels=("email",)),
            subject=subject,
            body=(
                say(
                    N_("Somebody gave us this address, to hear how a report ends: %(service)s."),
                    service=str(texts("service.name")),
                ),
                say(N_("Was it you? Open the link and press the button within 3 days.")),
                say(N_("Then we write once: when it is done or closed. With the same link you can stop that.")),
                say(N_("Was it not you? Do nothing. We forget the address and do not ask again.")),
            ),
            link=notifications.Mint(MINTER, {"wanted": str(row.id)}, subject),
            owner=row.id,
        ),
    )


def address(unit: Unit, row: db.AnyRow) -> str:
    """The address of a row, as it was typed."""
    return keys.open(unit, row.id, keys.place(NewsWanted, "email", row.id), row.email)


def mint(unit: Unit, args: Mapping[str, str]) -> str:
    """Where she says yes or stops it, made when the mail leaves; "" where nobody waits any more."""
    row = db.row(unit, queries.ONE, id=UUID(args["wanted"]))
    return path(unit, row.address) if row else ""


def path(unit: Unit, address: bytes) -> str:
    return f"/reports/{_signer(unit).dumps(urlsafe_b64encode(address).decode())}"


def read(unit: Unit, token: str) -> bytes | None:
    """Whose link it is, None for one that is not ours."""
    if len(token) > LONGEST:
        return None
    try:
        return urlsafe_b64decode(_signer(unit).loads(token))
    except (BadData, ValueError, TypeError, binascii.Error):
        return None


def _signer(unit: Unit) -> Any:
    return URLSafeSerializer(unit.town.keys.stable("news"), salt="news", signer_kwargs={"digest_method": sha256})
