"""Following a case without an account: a code sent to the address given, or the printed code of the receipt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import catalogue, documents, notifications
from app.cases import answers, codes, moving, queries
from app.cases.merging import reading
from app.cases.models import CaseAccess, CaseFile, Filing, FollowCode
from app.cases.queries import Case
from app.kit import db, jobs, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.ids import new_id

LIFE = timedelta(minutes=60)
ACCESS = timedelta(hours=12)

F, W, C, G = (db.table(model).c for model in (Filing, FollowCode, CaseFile, CaseAccess))
BY_RECEIPT = select(F.case_id).where(F.code == bindparam("code"), F.kind == "submission")
ASKED = select(W.id, W.asked).where(W.id == bindparam("id"), W.until > bindparam("now"))
UNPROVEN = (
    select(C.id)
    .join(db.table(CaseAccess), G.case_id == C.id)
    .where(G.session_id == bindparam("session"), G.until > bindparam("now"))
    .where(C.account_id.is_(None), C.state == moving.TO_PROVE, C.closed_at.is_(None))
    .distinct()
)
SENT = select(W.case_id).where(W.code == bindparam("code"), W.until > bindparam("now"))


def by_receipt(unit: Unit, typed: str) -> Case | None:
    """The case whose receipt carries this verification code."""
    found = db.value(unit, BY_RECEIPT, code=codes.digest(unit, codes.RECEIPT, typed))
    return queries.case(unit, found) if found else None


JOB = "cases.follow"


@dataclass(frozen=True)
class Follow:
    """Argument of the job that looks whether a code may be sent."""

    code_id: UUID


def by_document(unit: Unit, typed: str) -> tuple[Case | None, documents.Newer | None]:
    """The case in which the document with this verification code was issued, and what replaced it."""
    found = documents.verify(unit, typed)
    return (queries.case(unit, found.case_id), found.newer) if found else (None, None)


def ask(unit: Unit, reference: str, address: str, locale: str) -> None:
    """Note that somebody asked. Whether the two belong together is found out later: the answer takes the same time."""
    code_id = new_id()
    asked = json.dumps({"reference": reference, "address": address, "locale": locale})
    db.add(
        unit, FollowCode, id=code_id, code=codes.digest(unit, codes.FOLLOW, codes.code(unit, codes.FOLLOW, code_id)),
        asked=keys.seal(unit, keys.TOWN, keys.place(FollowCode, "asked", code_id), asked), case_id=None,
        until=unit.now + LIFE,
    )  # fmt: skip
    jobs.enqueue(unit, JOB, Follow(code_id))


def send(unit: Unit, args: Follow) -> None:
    """Send the code if this case was given this address. A case with an account is followed there."""
    row = db.row(unit, ASKED, id=args.code_id, now=unit.now)
    if row is None:
        return
    asked = json.loads(keys.open(unit, keys.TOWN, keys.place(FollowCode, "asked", row.id), row.asked))
    case = queries.by_reference(unit, asked["reference"])
    channel = _channel(unit, case, asked["address"])
    if case is None or not channel:
        return
    table = db.table(FollowCode)
    db.change(unit, update(table).where(table.c.id == row.id).values(case_id=case.id))
    _tell(unit, case, row.id, channel, asked["address"], asked["locale"])


def _tell(unit: Unit, case: Case, code_id: UUID, channel: str, address: str, locale: str) -> None:
    subject = translate(locale, N_("Your code to follow a case"))
    words = (
        N_("Somebody asked for a code to follow a case. It works for 60 minutes."),
        N_("If it was not you, do nothing."),
    )
    notifications.notify(
        unit,
        notifications.Notice(
            kind="follow",
            recipient=notifications.Recipient(
                locale=locale,
                email=address if channel == "email" else "",
                phone=_phone(unit, case) if channel == "sms" else "",
                channels=(channel,),
            ),
            subject=subject,
            body=tuple(translate(locale, each) for each in words),
            link=notifications.Mint("follow", {"code": str(code_id), "reference": case.reference}, subject),
            reference=case.reference,
            case_id=case.id,
        ),
    )


def _channel(unit: Unit, case: Case | None, address: str) -> str:
    """By which channel the typed address was given for this case, "" if by none. The same work for any case."""
    if case is None or case.account_id is not None:
        return ""
    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    email = answers.of_type(service, filed, "email") or ""
    if email and email.strip().lower() == address.strip().lower():
        return "email"
    typed = "".join(c for c in address if c.isdigit())
    phone = "".join(c for c in answers.of_type(service, filed, "phone") or "" if c.isdigit())
    return "sms" if phone and len(typed) >= 9 and phone.endswith(typed) else ""


def _phone(unit: Unit, case: Case) -> str:
    return str(answers.of_type(catalogue.version(unit, case.version), answers.current(unit, case.id), "phone") or "")


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    """The code and its link, made when the message leaves."""
    code = codes.code(unit, codes.FOLLOW, UUID(args["code"]))
    return notifications.Minted(f"/check/follow/code?reference={args['reference']}&code={code}", code)


def fits(unit: Unit, case: Case | None, typed: str) -> bool:
    """Whether a code, sent or printed, belongs to this case. The same queries whatever was typed."""
    sent = db.value(unit, SENT, code=codes.digest(unit, codes.FOLLOW, typed), now=unit.now)
    printed = db.value(unit, BY_RECEIPT, code=codes.digest(unit, codes.RECEIPT, typed))
    return case is not None and case.id in (sent, printed)


def unproven(unit: Unit, session_id: UUID) -> list[UUID]:
    """Cases that wait for their sender and whose codes this session had: who holds the receipt may prove it."""
    return [row.id for row in db.rows(unit, UNPROVEN, session=session_id, now=unit.now)]


def allow(unit: Unit, actor: Actor, case_id: UUID) -> None:
    """Let this session follow the case for twelve hours, and the one in which it goes on if the same person sent it."""
    kept = reading.goes_on(unit, queries.case(unit, case_id))
    for each in (case_id, *([kept.id] if kept and reading.is_hers(unit, case_id) else [])):
        db.add(unit, CaseAccess, id=new_id(), session_id=actor.session_id, case_id=each, until=unit.now + ACCESS)
