"""Somebody knows a reference and reads what goes to the address in the case: then it is hers, whatever her account's
own address is. Of cases that are not there, or are somebody's, nobody learns anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import catalogue, identity, notifications
from app.cases import answers, claiming, codes, queries
from app.cases.claims.models import ClaimCode
from app.cases.queries import Case
from app.kit import audit, db, jobs, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_, translate
from app.kit.ids import new_id
from app.kit.inputs import Invalid, Problem

JOB, MINTER = "cases.claim", "claim"
LIFE = timedelta(minutes=60)
WRONG = N_("This code does not work, or not any more. Check it, or ask for a new one.")
PROVEN = N_("It was sent without an account. The code that went to the address in it proves that it is yours.")

W = db.table(ClaimCode).c
ASKED = select(W.id, W.asked).where(W.id == bindparam("id"), W.until > bindparam("now"))
OPEN = select(W.id, W.case_id).where(
    W.code == bindparam("code"), W.account_id == bindparam("account"), W.until > bindparam("now"), W.used_at.is_(None)
)


class Taken(Refused):
    """Somebody else was quicker, or the town knows meanwhile whose it is."""

    title = N_("The case is in another account already")
    words = N_("Nothing was changed. Is it yours? Come to the window with your receipt, or call us.")


@dataclass(frozen=True)
class Claim:
    """Argument of the job that looks whether a code may be sent."""

    code_id: UUID


def ask(unit: Unit, actor: Actor, reference: str) -> None:
    """Note that somebody asked. Whether there is such a case is found out later: the answer takes the same time."""
    code_id = new_id()
    db.add(
        unit, ClaimCode, id=code_id, account_id=actor.account_id,
        code=codes.digest(unit, codes.CLAIM, codes.code(unit, codes.CLAIM, code_id)),
        asked=keys.seal(unit, keys.TOWN, keys.place(ClaimCode, "asked", code_id), reference), case_id=None,
        until=unit.now + LIFE, used_at=None,
    )  # fmt: skip
    jobs.enqueue(unit, JOB, Claim(code_id))


def send(unit: Unit, args: Claim) -> None:
    """Send the code to the address in the case, if it is nobody's."""
    row = db.row(unit, ASKED, id=args.code_id, now=unit.now)
    if row is None:
        return
    reference = keys.open(unit, keys.TOWN, keys.place(ClaimCode, "asked", row.id), row.asked)
    case = queries.by_reference(unit, reference)
    if case is None or not claiming.is_free(case):
        return
    to = _written(unit, case)
    if to is None:
        return
    table = db.table(ClaimCode)
    db.change(unit, update(table).where(table.c.id == row.id).values(case_id=case.id))
    body = (
        N_("Somebody wants to take this case into an account. With the code it is followed there. It works for 60 "
           "minutes."),
        N_("If it was not you, do nothing, and give the code to nobody."),
    )  # fmt: skip
    subject = translate(case.locale, N_("Your code to take a case into your account"))
    link = notifications.Mint(MINTER, {"id": str(row.id)}, translate(case.locale, N_("Take it into my account")))
    said = tuple(translate(case.locale, each) for each in body)
    notice = notifications.Notice("claim", to, subject, said, link, reference=case.reference, case_id=case.id)
    notifications.notify(unit, notice)


def use(unit: Unit, actor: Actor, typed: str) -> Case:
    """The case is this account's, and the address in it hears so. The same work for every code that is not right."""
    found = db.row(
        unit, OPEN, code=codes.digest(unit, codes.CLAIM, typed), account=actor.account_id, now=unit.now
    )  # fmt: skip
    if found is None or found.case_id is None:
        raise Invalid({"code": Problem(WRONG)})
    case = queries.locked(unit, found.case_id)
    to = _written(unit, case)
    if not claiming.is_free(case) or not claiming.take(unit, actor, case, PROVEN):
        raise Taken(path="/me/cases", link=N_("All your cases"))
    table = db.table(ClaimCode)
    db.change(unit, update(table).where(table.c.id == found.id).values(used_at=unit.now))
    audit.record(unit, actor, "claimed", case_id=case.id)
    if to is not None:
        _say_so(unit, actor, case, to)
    return case


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    """The code and its link, made when the message leaves."""
    code = codes.code(unit, codes.CLAIM, UUID(args["id"]))
    return notifications.Minted(f"/me/claims/code?code={code}", code)


def _say_so(unit: Unit, actor: Actor, case: Case, to: notifications.Recipient) -> None:
    """For the last time to the address in the case, unless the account has the same."""
    contact = identity.contact(unit, actor.account_id) if actor.account_id else None
    if contact is not None and to.email.lower() == contact.email.lower():
        return
    words = (
        N_("The code that went to this address was used. From now on all messages go to the account."),
        N_("Was it not you? Call us or come to the window at once."),
    )
    subject = translate(case.locale, N_("%(reference)s: the case is in an account now"), reference=case.reference)
    said = tuple(translate(case.locale, each) for each in words)
    notice = notifications.Notice("claimed", to, subject, said, reference=case.reference, case_id=case.id)
    notifications.notify(unit, notice)


def _written(unit: Unit, case: Case) -> notifications.Recipient | None:
    """How whoever sent it is reached by what stands in the case."""
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    email = str(answers.of_type(service, filed, "email") or "").strip()
    phone = str(answers.of_type(service, filed, "phone") or "")
    if not email and not phone:
        return None
    channels = ("email",) if email else ("sms",)
    return notifications.Recipient(locale=case.locale, email=email, phone=phone, channels=channels)
