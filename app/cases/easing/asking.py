"""A link by which somebody says once whether it was easy. It holds the service, the step and the month until which it
is good, and a keyed hash of the case instead of the case: no answer can be led back to it. Holds its SELECT."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy import bindparam, delete, select

from app import notifications
from app.cases import queries
from app.cases.easing.models import Eased
from app.cases.merging.reading import MERGED
from app.cases.queries import Case
from app.kit import crypto, db
from app.kit.db import Unit
from app.kit.i18n import N_, translate

APPLYING, DECISION = "applying", "decision"
MINTER = "was_it_easy"
MONTHS = 3
"""The month of the receipt or of the end, and two more."""
LONGEST = 400
WELL = frozenset({"granted", "done"})

E = db.table(Eased).c
GIVEN = select(E.key).where(E.key == bindparam("key"))


@dataclass(frozen=True)
class Asked:
    """What a link asks about."""

    service: str
    step: str
    until: date
    key: bytes


def path(unit: Unit, case: Case, step: str) -> str:
    """Where it is said, below the locale; "" before the time, once it was said, and when the time is over. Whoever did
    not fill in the form herself is not asked about it."""
    since = case.closed_at if step == DECISION else case.received_at if case.via == "web" else None
    if since is None or case.outcome == MERGED:
        return ""
    key = crypto.blind(unit.town.keys, "eased", f"{step} {case.id}")
    asked = Asked(case.service, step, _until(since, unit.town.zone), key)
    return f"/feedback/{_written(unit, asked)}" if is_open(unit, asked) else ""


def quietly(unit: Unit, case: Case) -> notifications.Mint | None:
    """The same for the mail that tells how a case ended: where it went well, for a refusal leads to an appeal."""
    if case.closed_at is None or case.outcome not in WELL:
        return None
    label = translate(case.locale, N_("Was all of it easy? Tell us"))
    return notifications.Mint(MINTER, {"case": str(case.id)}, label)


def mint(unit: Unit, args: Mapping[str, str]) -> str:
    """Where it leads when the mail leaves; "" where it was said by then."""
    return path(unit, queries.case(unit, UUID(args["case"])), DECISION)


def read(unit: Unit, token: str) -> Asked | None:
    """What a link asks about, None for one that is not ours."""
    if len(token) > LONGEST:
        return None
    try:
        service, step, until, key = _signer(unit).loads(token)
        return Asked(service, step, date.fromisoformat(until), urlsafe_b64decode(key))
    except (BadData, ValueError, binascii.Error):
        return None


def is_open(unit: Unit, asked: Asked) -> bool:
    """Whether it can be answered: in time, and not answered yet."""
    return unit.today < asked.until and db.row(unit, GIVEN, key=asked.key) is None


def close(unit: Unit, asked: Asked) -> None:
    """Note that this was answered."""
    db.add(unit, Eased, key=asked.key, until=asked.until)


def sweep(unit: Unit) -> int:
    """Forget the links that are good no more; how many were answered."""
    return db.change(unit, delete(db.table(Eased)).where(E.until <= unit.today))


def _until(since: datetime, zone: str) -> date:
    day = since.astimezone(ZoneInfo(zone)).date()
    months = day.year * 12 + day.month - 1 + MONTHS
    return date(months // 12, months % 12 + 1, 1)


def _written(unit: Unit, asked: Asked) -> str:
    parts = (asked.service, asked.step, asked.until.isoformat(), urlsafe_b64encode(asked.key).decode())
    return str(_signer(unit).dumps(parts))


def _signer(unit: Unit) -> Any:
    return URLSafeSerializer(unit.town.keys.stable("eased"), salt="eased", signer_kwargs={"digest_method": sha256})
