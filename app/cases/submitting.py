"""From a draft to a case: recorded once, whoever sends it again, and proven by a receipt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from app import catalogue, forms, identity, workflow
from app.cases import (
    answers,
    claiming,
    codes,
    contents,
    drafts,
    law,
    moving,
    queries,
    showing,
    stepping,
    vault,
    wording,
)
from app.cases.alike import indexing as likeness
from app.cases.applying import indexing as applicants
from app.cases.events import CaseReceived
from app.cases.helping import reaching as helping
from app.cases.models import CaseFile, CaseReference, Draft, Filing
from app.cases.queries import Case
from app.cases.rights import appealing
from app.kit import audit, db, events, ids, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id


class Changed(Refused):
    """The answers are not those that were checked: somebody changed them meanwhile, on another page or device."""

    status = 422
    title = N_("Your answers have changed since you checked them")
    words = N_("Nothing was sent. Check your answers once more, then send.")


class Unfinished(Refused):
    status = 422
    title = N_("A question is still open")
    words = N_("Nothing was sent. Answer the open question, then send.")


@dataclass(frozen=True)
class Sender:
    """Whose case it becomes: `level` is how well it is known who that is, `since` when it reached the town."""

    account_id: UUID | None
    session_id: UUID | None
    person_id: UUID | None
    level: int
    locale: str
    since: datetime
    helper_id: UUID | None = None


def submit(unit: Unit, actor: Actor, draft_id: UUID, digest: str) -> Case:
    """Record a draft as a case and take its first step. A twin of a submission gets the same case."""
    known = twin(unit, actor, draft_id, digest)
    if known is not None:
        return known
    draft = queries.own_draft(unit, actor, draft_id)
    actor = helping.acting(unit, actor)
    if actor.acting_for is not None:
        return _record_for(unit, actor, draft, digest, actor.acting_for)
    session_id, person_id = None if actor.account_id else actor.session_id, draft.person_id or actor.person_id
    sender = Sender(actor.account_id, session_id, person_id, actor.level, actor.locale, unit.now)
    return record(unit, actor, draft, digest, sender)


def _record_for(unit: Unit, actor: Actor, draft: Any, digest: str, person_id: UUID) -> Case:
    """By a mandate: the case is the person's, whom the town knows by it. She reads that it was sent for her."""
    whose = identity.account_of(unit, person_id)
    sender = Sender(whose, None, person_id, KNOWN, actor.locale, unit.now, actor.account_id)
    case = record(unit, actor, draft, digest, sender)
    purpose = f"{case.service} {case.reference}"
    audit.record(unit, actor, "acted", case_id=case.id, persons=(person_id,), purpose=purpose)
    return case


def record(unit: Unit, actor: Actor, draft: Any, digest: str, sender: Sender) -> Case:
    """The same for whoever sends it: herself, or a member of staff for her."""
    appealing.check(unit, draft.id, sender.since)
    service = catalogue.version(unit, draft.version)
    filed = _checked(unit, service, draft, digest, actor.via)
    case = _record(unit, actor, draft, service, filed, sender)
    _file(unit, case, wording.to_reader(unit, actor, draft.version), filed, digest)
    claiming.note(unit, case, service, filed)
    applicants.index(unit, case, service, filed)
    likeness.index(unit, case, service, filed)
    db.change(unit, delete(db.table(Draft)).where(db.table(Draft).c.id == draft.id))
    moving.note_step(unit, case.id, "submitted", actor)
    events.record(unit, CaseReceived(case.id))
    appealing.filed(unit, case, actor)
    if case.started_at is None:
        until = law.last_to_prove(unit, unit.now)
        jobs.enqueue(unit, moving.PROOF_OVER, CaseReceived(case.id), run_at=law.calendar(unit).end_of(until))
        return case
    return stepping.move(unit, case, workflow.Start(), actor)


KNOWN = 2
"""The level of somebody of the record."""


def twin(unit: Unit, actor: Actor, draft_id: UUID, digest: str) -> Case | None:
    """The case that this draft became already, for the actor who sent it. Other content is refused."""
    if db.row(unit, queries.BY_ID, case=draft_id) is None:
        return None
    case = queries.own(unit, actor, draft_id)
    if digest and contents.filings(unit, case.id)[0].digest != digest:
        raise Changed(path=f"/cases/{case.reference}/receipt", link=N_("See what was sent"))
    return case


def _checked(unit: Unit, service: catalogue.Service, draft: Any, digest: str, via: str) -> dict[str, Any]:
    """What is sent is what was checked. Who sends it herself is led back to where it is checked."""
    saved, today = drafts.answers(unit, draft), law.today(unit)
    back = f"/drafts/{draft.id}/review" if via == "web" else ""
    if forms.first_unanswered(service.form, service.rules, saved, today) is not None:
        raise Unfinished(path=back, link=N_("Answer the open question"))
    filed = forms.submitted(service.form, service.rules, saved, today)
    if forms.digest(filed) != digest:
        raise Changed(path=back, link=N_("Check your answers"))
    return filed


def _record(
    unit: Unit, actor: Actor, draft: Any, service: catalogue.Service, filed: dict[str, Any], sender: Sender
) -> Case:
    town = catalogue.town(unit, sender.locale)
    reference = ids.reference(town.letters if town else "XX")
    db.add(unit, CaseReference, reference=reference, case_id=draft.id)
    case = Case(
        id=draft.id, reference=reference, service=service.id, version=service.version_id,
        department=service.department, state=moving.TO_PROVE, entries=0, account_id=sender.account_id,
        session_id=sender.session_id, person_id=sender.person_id, helper_id=sender.helper_id,
        name=vault.seal(unit, draft.id, CaseFile, "name", draft.id, _named(unit, service, filed, sender)),
        locale=sender.locale, via=actor.via, received_at=unit.now,
        started_at=sender.since if sender.level >= service.level else None,
        due=None, agreed=None, expected=moving.NEVER, stopped=False, yours=sender.level < service.level,
        answered=False, queue=None, assignee=None, touched_at=unit.now, closed_at=None, outcome=None,
    )  # fmt: skip
    db.add(unit, CaseFile, **case._asdict())
    return case


def _named(unit: Unit, service: catalogue.Service, filed: dict[str, Any], sender: Sender) -> str:
    """Whom the case is about, as it was written; where no name was asked for and the record does not know
    her, how her account is called."""
    written = answers.subject(service, filed)
    if written or sender.account_id is None or sender.person_id is not None:
        return written
    contact = identity.contact(unit, sender.account_id)
    return contact.name if contact else ""


def _file(unit: Unit, case: Case, service: catalogue.Service, filed: dict[str, Any], digest: str) -> None:
    """Keep what was filed as it was shown, also in which words: the receipt never changes."""
    shown = showing.sections(unit, service, filed, case.locale)
    file(unit, case, "submission", filed, shown, digest)


def file(unit: Unit, case: Case, kind: str, filed: dict[str, Any], shown: Any, digest: str) -> None:
    """Add a filing to a case: the submission or the answers to a request."""
    filing_id = new_id()
    db.add(
        unit, Filing, id=filing_id, case_id=case.id, kind=kind, at=unit.now, locale=case.locale, digest=digest,
        answers=vault.seal(unit, case.id, Filing, "answers", filing_id, filed),
        shown=vault.seal(unit, case.id, Filing, "shown", filing_id, shown),
        code=codes.digest(unit, codes.RECEIPT, codes.code(unit, codes.RECEIPT, filing_id)),
    )  # fmt: skip
