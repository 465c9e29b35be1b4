"""Passkeys of an account: added, used, listed, ended. A key whose counter goes back has been copied, and opens nothing
from then on."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from webauthn.helpers.structs import AuthenticationCredential

from app.identity import ceremonies
from app.identity.events import PasskeyAdded, PasskeyEnded
from app.identity.models import Account, Passkey, SessionRow
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.ids import new_id
from app.people import needing

K = db.table(Passkey).c
OPENS = select(K.id, K.account_id, K.public_key, K.counter).where(
    K.credential == bindparam("credential"), K.ended_at.is_(None)
)
MINE = (
    select(K.id, K.authenticator, K.synced, K.created_at, K.used_at)
    .where(K.account_id == bindparam("account"), K.ended_at.is_(None))
    .order_by(K.id)
)
OLDER = select(K.credential).where(
    K.account_id == bindparam("account"), K.ended_at.is_(None), bindparam("before") >= K.created_at
)
CREDENTIALS = select(K.credential).where(K.account_id == bindparam("account"), K.ended_at.is_(None))
COUNT = select(func.count()).where(K.account_id == bindparam("account"), K.ended_at.is_(None))
LATER = timedelta(days=90)
A, S = (db.table(model).c for model in (Account, SessionRow))
OFFERED = select(A.offer_after, S.shared).where(S.id == bindparam("session"), A.id == S.account_id)
NAMES = Path(__file__).parent / "authenticators.toml"


@dataclass(frozen=True)
class Line:
    """One passkey as its owner sees it. `keeper` is what keeps it, "" where that is not known."""

    id: UUID
    keeper: str
    synced: bool
    created_at: datetime
    used_at: datetime | None


def asked(unit: db.Unit, account_id: UUID, name: str) -> str:
    """What the browser needs to make one, as JSON."""
    known = [row.credential for row in db.rows(unit, CREDENTIALS, account=account_id)]
    return ceremonies.to_create(unit, account_id, name, known)


def add(unit: db.Unit, account_id: UUID, said: str) -> UUID:
    """Keep the passkey that an authenticator made; `ceremonies.Untrusted` if it is none."""
    made = ceremonies.created(unit, account_id, said)
    passkey = new_id()
    db.add(
        unit, Passkey, id=passkey, account_id=account_id, credential=made.credential_id,
        public_key=made.credential_public_key, counter=made.sign_count, authenticator=made.aaguid,
        synced=made.credential_backed_up, created_at=unit.now, used_at=None, ended_at=None, ended=None,
    )  # fmt: skip
    events.record(unit, PasskeyAdded(account_id, passkey))
    return passkey


def opened(unit: db.Unit, said: str) -> UUID | None:
    """Whose passkey has signed. None where it was a copy: it is ended, which has to be kept. `ceremonies.Untrusted`
    where nothing is proven."""
    return _signed(unit, ceremonies.answered(said), None)


def asked_again(unit: db.Unit, account_id: UUID, before: datetime) -> str:
    """What the browser needs so that one of this account, made before then, signs once more."""
    return ceremonies.to_use(unit, account_id, older(unit, account_id, before))


def proves(unit: db.Unit, account_id: UUID, said: str, before: datetime) -> bool:
    """Whether one of this account, made before then, has signed; as `opened` where it was a copy or proves nothing."""
    answer = ceremonies.answered(said)
    if answer.raw_id not in older(unit, account_id, before):
        raise ceremonies.Untrusted("it is not one of this account, or too new")
    return _signed(unit, answer, account_id) is not None


def older(unit: db.Unit, account_id: UUID, before: datetime) -> list[bytes]:
    """The credentials of an account that were made before then."""
    return [row.credential for row in db.rows(unit, OLDER, account=account_id, before=before)]


def _signed(unit: db.Unit, answer: AuthenticationCredential, asked: UUID | None) -> UUID | None:
    found = db.row(unit, OPENS, credential=answer.raw_id)
    if found is None:
        raise ceremonies.Untrusted("no account has this passkey")
    if answer.response.user_handle not in (None, found.account_id.bytes):
        raise ceremonies.Untrusted("it names another account")
    signed = ceremonies.used(unit, answer, found.public_key, asked)
    if found.counter and signed.new_sign_count <= found.counter:
        end(unit, found.account_id, found.id, "copied")
        return None
    db.change(
        unit,
        update(db.table(Passkey))
        .where(K.id == found.id)
        .values(counter=signed.new_sign_count, synced=signed.credential_backed_up, used_at=unit.now),
    )
    account: UUID = found.account_id
    return account


def mine(unit: db.Unit, account_id: UUID) -> list[Line]:
    rows = db.rows(unit, MINE, account=account_id)
    return [Line(row.id, keepers().get(row.authenticator, ""), *row[2:]) for row in rows]


def count(unit: db.Unit, account_id: UUID) -> int:
    return int(db.value(unit, COUNT, account=account_id))


def offered(unit: db.Unit, actor: Actor) -> bool:
    """Whether to offer one: to somebody who signed in by other means on a device of her own, and did not say "not
    now", nor that others use her phone. Her browser says whether it has any."""
    if actor.account_id is None:
        return False
    row = db.row(unit, OFFERED, account=actor.account_id, session=actor.session_id)
    if row is None or row.shared or (row.offer_after is not None and row.offer_after > unit.now):
        return False
    told = needing.names(unit, needing.Whose(actor.person_id, actor.account_id))
    return needing.SHARED_PHONE not in told and count(unit, actor.account_id) == 0


def offer_later(unit: db.Unit, account_id: UUID) -> None:
    table = db.table(Account)
    db.change(unit, update(table).where(table.c.id == account_id).values(offer_after=unit.now + LATER))


def end(unit: db.Unit, account_id: UUID, passkey: UUID, why: str = "removed") -> bool:
    """It opens nothing any more; False where the account has no such passkey."""
    own = (K.id == passkey) & (K.account_id == account_id) & K.ended_at.is_(None)
    if db.change(unit, update(db.table(Passkey)).where(own).values(ended_at=unit.now, ended=why)) != 1:
        return False
    events.record(unit, PasskeyEnded(account_id, passkey, why))
    return True


@cache
def keepers() -> dict[str, str]:
    return tomllib.loads(NAMES.read_text("utf8"))
