"""Declared by a code: it goes to her own e-mail address or phone, and she reads it to the clerk who fills in the form.

The code stands for the answers as they were when it went out: whoever changes one asks for a new code.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app import catalogue, forms, identity, notifications, people
from app.cases import answers, drafts, law
from app.cases.counter import dense
from app.cases.counter.models import DeclarationCode
from app.cases.counter.opening import Held
from app.kit import audit, crypto, db, keys
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.ids import fold_code, new_id
from app.kit.inputs import Problem

BY_CODE, MINTER = "code", "declaration"
KEPT = "_declaring"
LIFE, FORGOTTEN = timedelta(minutes=15), timedelta(days=1)
DIGITS, TRIES, SENDS = 6, 5, 5
EMAIL, SMS = "email", "sms"

NONE = N_("No code was sent for this form yet. Send one first.")
CHANGED = N_("The answers have changed since the code was sent. Send a new one.")
OLD = N_("This code is too old: it works for 15 minutes. Send a new one.")
USED_UP = N_("Five wrong codes were entered. Send a new one.")
WRONG = N_("This is not the code that was sent. Let the person read it once more.")
MISSING = N_("Enter the code that the person reads to you: 6 digits.")
ENOUGH = N_("Five codes were sent for this form. Let the person declare it in another way.")
CHOOSE = N_("Choose where the code goes.")
NO_WAY = N_("There is no e-mail address and no phone to send a code to. Choose another way.")

C = db.table(DeclarationCode).c
SENT = (
    select(C.id, C.digest, C.channel, C.contact, C.code, C.created_at, C.until, C.tries)
    .where(C.draft_id == bindparam("draft"))
    .order_by(C.id.desc())
)


@dataclass(frozen=True)
class Waiting:
    """What the clerk said before the code went out: who declares it, and when a paper came."""

    who: str
    came: date | None


class Way(NamedTuple):
    """Where a code can go. `shown` is as much of it as another person may read; `known`: the town has it already."""

    id: str
    channel: str
    to: str
    shown: str
    known: bool


class Sent(NamedTuple):
    """A code that is out: to where and when, and until when it works."""

    shown: str
    at: datetime
    until: datetime


def wait(unit: Unit, held: Held, who: str, came: date | None) -> None:
    """All answers are right: only the code is missing."""
    today = law.today(unit).isoformat()
    drafts.save(unit, held.draft, {KEPT: {"who": who, "came": came.isoformat() if came else "", "on": today}})


def forget(unit: Unit, held: Held) -> None:
    """The form is written on: it has to be right once more before a code counts."""
    if drafts.content(unit, held.draft).get(KEPT):
        content = drafts.content(unit, held.draft)
        drafts.save(unit, held.draft, {drafts.TYPED: content.get(drafts.TYPED, {}), KEPT: None})


def waiting(unit: Unit, held: Held) -> Waiting | None:
    """None where the form was never right, or was so on another day: rules look at the day."""
    kept = drafts.content(unit, held.draft).get(KEPT)
    if not kept or kept["on"] != law.today(unit).isoformat():
        return None
    return Waiting(kept["who"], date.fromisoformat(kept["came"]) if kept["came"] else None)


def ways(unit: Unit, form: dense.Dense) -> tuple[Way, ...]:
    """What the town has of her first, then what stands in the form; each once."""
    found: dict[str, Way] = {}
    for name, channel, to, known in _contacts(unit, form):
        if to and to.lower() not in found and _possible(unit, channel, to):
            found[to.lower()] = Way(name, channel, to, shown(to), known)
    return tuple(found.values())


def _contacts(unit: Unit, form: dense.Dense) -> list[tuple[str, str, str, bool]]:
    whom, service = form.held.whom, form.held.service
    record = people.record(unit, whom.person_id) if whom.person_id else None
    account_id = identity.account_of(unit, whom.person_id) if whom.person_id else None
    contact = identity.contact(unit, account_id) if account_id else None
    written = {name: form.answers[name] for name in form.way if form.answers.get(name)}
    return [
        ("account", EMAIL, contact.email if contact else "", True),
        ("phone", SMS, str(record.phone.value) if record and record.phone else "", True),
        ("email", EMAIL, str(record.email.value) if record and record.email else "", True),
        ("form-phone", SMS, str(answers.of_type(service, written, "phone") or ""), False),
        ("form-email", EMAIL, str(answers.of_type(service, written, "email") or ""), False),
    ]


def _possible(unit: Unit, channel: str, to: str) -> bool:
    reached = notifications.Recipient("en", email=to if channel == EMAIL else "", phone=to if channel == SMS else "")
    return channel in notifications.chosen(unit.town, reached)


def shown(to: str) -> str:
    """A contact as it stands in the papers: who has it knows it again, nobody else learns it."""
    name, at, domain = to.partition("@")
    return f"{name[:1]}•••@{domain}" if at else f"••• {to[-3:]}"


def send(unit: Unit, form: dense.Dense, way: Way) -> Problem | None:
    """Send her a code for the answers as they stand, or say why not."""
    held, code_id = form.held, new_id()
    db.change(unit, delete(db.table(DeclarationCode)).where(C.until < unit.now - FORGOTTEN))
    if len(db.rows(unit, SENT, draft=held.draft.id)) >= SENDS:
        return Problem(ENOUGH)
    sealed = keys.seal(unit, keys.TOWN, keys.place(DeclarationCode, "contact", code_id), way.shown)
    db.add(
        unit, DeclarationCode, id=code_id, draft_id=held.draft.id, digest=_digest(unit, form), channel=way.channel,
        contact=sealed, code=_hash(unit, code_id, _code(unit, code_id)), created_at=unit.now, until=unit.now + LIFE,
        tries=0,
    )  # fmt: skip
    _tell(unit, held, way, code_id)
    if held.whom.person_id is not None:
        audit.record(
            unit, held.actor, "code_sent", persons=(held.whom.person_id,), purpose=held.service.id,
            department=held.service.department,
        )  # fmt: skip
    return None


def sent(unit: Unit, form: dense.Dense) -> Sent | None:
    """The newest code, while it can be entered."""
    row = _newest(unit, form.held)
    if row is None or _dead(unit, form, row):
        return None
    return Sent(_contact(unit, row), row.created_at, row.until)


def enter(unit: Unit, form: dense.Dense, typed: str) -> Sent | Problem:
    """The code that was sent, or what is wrong with what was typed. A wrong one counts, whatever else happens."""
    row = _newest(unit, form.held)
    if row is None:
        return Problem(NONE)
    if dead := _dead(unit, form, row):
        return Problem(dead)
    if not typed.strip():
        return Problem(MISSING)
    if not hmac.compare_digest(row.code, _hash(unit, row.id, fold_code(typed)[:40])):
        table = db.table(DeclarationCode)
        db.change(unit, update(table).where(table.c.id == row.id).values(tries=row.tries + 1))
        return Problem(USED_UP if row.tries + 1 >= TRIES else WRONG)
    return Sent(_contact(unit, row), row.created_at, row.until)


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    """The code alone: there is nothing to open."""
    return notifications.Minted("", _code(unit, UUID(args["id"])))


def _newest(unit: Unit, held: Held) -> Any:
    return next(iter(db.rows(unit, SENT, draft=held.draft.id)), None)


def _dead(unit: Unit, form: dense.Dense, row: Any) -> str:
    if row.digest != _digest(unit, form):
        return CHANGED
    if row.until < unit.now:
        return OLD
    return USED_UP if row.tries >= TRIES else ""


def _tell(unit: Unit, held: Held, way: Way, code_id: UUID) -> None:
    locale = held.draft.locale
    to = notifications.Recipient(
        locale=locale, person_id=held.whom.person_id, email=way.to if way.channel == EMAIL else "",
        phone=way.to if way.channel == SMS else "", channels=(way.channel,),
    )  # fmt: skip
    said = (
        N_("An office of the town is filling in a form with you."),
        N_("With this code you declare that the answers are right and may be sent. Read it to the clerk."),
        N_("It works for 15 minutes. Are you not talking to the town now? Then give it to nobody."),
    )
    about = () if held.service.confidential else (str(catalogue.texts(unit, held.service, locale)("service.name")),)
    notice = notifications.Notice(
        kind="declaration",
        recipient=to,
        subject=translate(locale, N_("Your code, to declare your answers")),
        body=(*about, *(translate(locale, each) for each in said)),
        link=notifications.Mint(MINTER, {"id": str(code_id)}, translate(locale, N_("Your code"))),
        short=translate(locale, N_("Read this code only to the office that fills in your form with you:")),
    )
    notifications.notify(unit, notice)


def _contact(unit: Unit, row: Any) -> str:
    return keys.open(unit, keys.TOWN, keys.place(DeclarationCode, "contact", row.id), row.contact)


def _digest(unit: Unit, form: dense.Dense) -> str:
    service = form.held.service
    return forms.digest(forms.submitted(service.form, service.rules, form.answers, law.today(unit)))


def _code(unit: Unit, code_id: UUID) -> str:
    mac = hmac.new(unit.town.keys.stable(MINTER), code_id.bytes, sha256).digest()
    return str(int.from_bytes(mac[:8]) % 10**DIGITS).zfill(DIGITS)


def _hash(unit: Unit, code_id: UUID, plain: str) -> bytes:
    return crypto.digest(unit.town.keys, MINTER, f"{code_id}:{plain}")
