"""Splitting a case, and putting it back: the second starts where the first stands, with its day of receipt."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import update

from app import catalogue, forms
from app.cases import answers, claiming, codes, companions, contents, moving, queries, showing, submitting, vault
from app.cases.events import CaseReceived, CaseSplitOff
from app.cases.merging.verbs import join
from app.cases.models import CaseFile, CaseReference
from app.cases.queries import Case
from app.cases.queueing import reading as names
from app.cases.rights import appealing, confidence, settled
from app.cases.splitting import inheriting, reading, telling
from app.cases.splitting.models import CaseSplit
from app.cases.splitting.reading import Split
from app.kit import db, events, ids, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

SPLIT, REJOINED = "split", "rejoined"
"""How the timeline names the presses, so that a second press of a button is known."""
BACK = N_("Back to the case")


class NotSplit(Refused):
    """The words say why the case stays one, or why the two stay two."""


def insist(unit: Unit, actor: Actor, case: Case) -> None:
    """NotSplit or Settled, in exact words, unless a second case may be opened from this one."""
    settled.insist_open(unit, actor, case)
    words = ""
    if case.state == moving.TO_PROVE:
        words = N_("Nobody has shown yet who sent this case. It can be split when that is known.")
    elif case.yours:
        words = N_("The person is asked for something now. The case can be split when the answer is here.")
    elif confidence.first(unit, case) or appealing.against(unit, case.id):
        words = N_("This case belongs to an appeal. Such cases are not split.")
    elif companions.is_accompanied(case.service):
        words = N_("This case is looked after on a page of its own. Such cases are not split.")
    if words:
        raise NotSplit(words, path=f"/desk/cases/{case.reference}", link=BACK)


def split(unit: Unit, actor: Actor, case: Case, chosen: Sequence[UUID], files: Sequence[UUID], reason: str) -> Case:
    """Open a second case from this one, with these messages and files of it."""
    held = queries.locked(unit, case.id)
    insist(unit, actor, held)
    service = catalogue.version(unit, held.version)
    second = _open(unit, held)
    filed = _without_files(service, answers.current(unit, held.id))
    digest = contents.filings(unit, held.id)[0].digest
    submitting.file(unit, second, "submission", filed, showing.sections(unit, service, filed, held.locale), digest)
    claiming.note(unit, second, service, filed)
    db.add(
        unit, CaseSplit, case_id=second.id, first_id=held.id, at=unit.now, account_id=actor.account_id,
        reason=vault.seal(unit, held.id, CaseSplit, "reason", second.id, reason),
        messages=[str(each) for each in chosen], files=[str(each) for each in files], undone_at=None,
    )  # fmt: skip
    moving.note_step(unit, held.id, "split_off", actor, transition=SPLIT)
    inheriting.steps(unit, held.id, second.id)
    moving.note_step(unit, second.id, "split_from", actor, transition=SPLIT)
    moving.note_step(unit, second.id, "moved", actor, state=held.state)
    inheriting.days(unit, held.id, second.id)
    second = moving.retime(unit, second)
    code = codes.code(unit, codes.RECEIPT, contents.filings(unit, second.id)[0].id)
    telling.split(unit, moving.touch(unit, held), second, reason, code)
    events.record(unit, CaseReceived(second.id))
    events.record(unit, CaseSplitOff(second.id, held.id))
    return second


def rejoin(unit: Unit, actor: Actor, case: Case) -> tuple[Case, Case]:
    """Put a second case back into the first, as long as nothing was done with it; the first, and the second."""
    found = one(unit, case)
    for each in sorted((found.case_id, found.first_id)):
        queries.locked(unit, each)
    insist_rejoinable(unit, actor, one(unit, case))
    first, second = queries.case(unit, found.first_id), queries.case(unit, found.case_id)
    table = db.table(CaseSplit)
    db.change(unit, update(table).where(table.c.case_id == second.id).values(undone_at=unit.now))
    joined = join(unit, actor, first, second, one_applicant=True)
    telling.rejoined(unit, first, second)
    return first, joined


def one(unit: Unit, case: Case) -> Split:
    """How this case came from another, or NotFound."""
    found = reading.off(unit, case.id)
    if found is None:
        raise NotFound
    return found


def insist_rejoinable(unit: Unit, actor: Actor, found: Split) -> None:
    """NotSplit or Settled, in exact words, unless the second may be put back into the first."""
    second, first = queries.case(unit, found.case_id), queries.case(unit, found.first_id)
    path = f"/desk/cases/{second.reference}"
    if found.undone_at is not None:
        words = N_("%(second)s was put back into %(first)s already.")
        raise NotSplit(words, {"second": second.reference, "first": first.reference}, path=path, link=BACK)
    settled.insist_open(unit, actor, first)
    if not reading.untouched(unit, found):
        words = N_("Something was done with %(second)s since. The two stay two cases.")
        raise NotSplit(words, {"second": second.reference}, path=path, link=BACK)


def _open(unit: Unit, first: Case) -> Case:
    """A case beside the first: whose it is, where it stands and since when are the same."""
    case_id = new_id()
    keys.make(unit, case_id)
    town = catalogue.town(unit, first.locale)
    reference = ids.reference(town.letters if town else "XX")
    db.add(unit, CaseReference, reference=reference, case_id=case_id)
    name = vault.seal(unit, case_id, CaseFile, "name", case_id, names.name(unit, first))
    case = first._replace(id=case_id, reference=reference, name=name, answered=False, touched_at=unit.now)
    db.add(unit, CaseFile, **case._asdict())
    return case


def _without_files(service: catalogue.Service, filed: answers.Answers) -> answers.Answers:
    """The answers; files are those that were chosen, and stay with the first."""
    return {name: value for name, value in filed.items() if not isinstance(service.form.fields.get(name), forms.File)}
