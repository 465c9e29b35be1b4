"""A guest's case is claimed by the account that proves the address which the guest gave."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, func, select, update

from app import catalogue, identity
from app.cases import answers, moving, proving, queries, telling
from app.cases.models import CaseFile, GuestContact
from app.cases.queries import Case
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate

SUBJECT = N_("%(reference)s: the case is in your account")
WORDS = N_("It was sent without an account, with your e-mail address. From now on it is followed in the account.")

C, G = db.table(CaseFile).c, db.table(GuestContact).c
MINE = (
    select(C.id)
    .join(db.table(GuestContact), G.case_id == C.id)
    .where(G.token == bindparam("token"), C.account_id.is_(None), C.person_id.is_(None))
    .order_by(C.id)
    .limit(50)
)
NUMBER = (
    select(func.count())
    .select_from(db.table(CaseFile).join(db.table(GuestContact), G.case_id == C.id))
    .where(G.token == bindparam("token"), C.account_id.is_(None), C.person_id.is_(None))
)


def note(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> None:
    """Remember by a blind token which address a guest gave, so that its owner finds the case."""
    email = answers.of_type(service, filed, "email") if case.session_id is not None else None
    if email:
        db.add(unit, GuestContact, case_id=case.id, token=identity.email_token(unit, email), email=None)


def offered(unit: Unit, actor: Actor) -> int:
    """How many cases a guest sent with the address of this account; nothing more of them."""
    token = _token(unit, actor)
    return int(db.value(unit, NUMBER, token=token)) if token else 0


def claim(unit: Unit, actor: Actor) -> int:
    """They are this account's from now on, and begin if they waited for that; told at the same address."""
    token = _token(unit, actor)
    found = [row.id for row in db.rows(unit, MINE, token=token)] if token else []
    for case_id in found:
        take(unit, actor, queries.locked(unit, case_id), WORDS)
    return len(found)


def is_free(case: Case) -> bool:
    """Whether a guest sent it and nobody has it: neither an account nor a person of the record."""
    return case.account_id is None and case.person_id is None


def take(unit: Unit, actor: Actor, case: Case, words: str) -> bool:
    """Into this account, told there in these words. Pressed twice at once: whoever comes second finds it taken."""
    table = db.table(CaseFile)
    free = (table.c.id == case.id) & table.c.account_id.is_(None)
    taken = update(table).where(free).values(account_id=actor.account_id, session_id=None)
    if db.change(unit, taken) != 1:
        return False
    mine = case._replace(account_id=actor.account_id, session_id=None)
    moving.note_step(unit, case.id, "claimed", actor)
    subject = translate(case.locale, SUBJECT, reference=case.reference)
    telling.say(unit, mine, "claimed", subject, translate(case.locale, words))
    proving.prove(unit, actor, mine)
    return True


def _token(unit: Unit, actor: Actor) -> bytes | None:
    contact = identity.contact(unit, actor.account_id) if actor.account_id else None
    return identity.email_token(unit, contact.email) if contact else None
