"""Merging two cases, and taking them apart: both held, both told, each written down in both."""

from uuid import UUID

from sqlalchemy import update

from app.cases import contents, moving, queries, timers
from app.cases.events import CaseMerged, CasesParted
from app.cases.merging import checking, reading, telling
from app.cases.merging.checking import BACK
from app.cases.merging.models import CaseMerger
from app.cases.merging.reading import MERGED, Merger
from app.cases.queries import Case
from app.kit import db, events, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

MERGER, PARTING = "merger", "parting"
"""How the timeline names the presses, so that a second press of a button is known."""


class NotParted(Refused):
    """The words say why the two stay one case."""


def merge(unit: Unit, actor: Actor, case: Case, other: Case) -> tuple[Case, Case]:
    """Merge the one that was received later into the earlier; the one that goes on, and the other."""
    held = [queries.locked(unit, each) for each in sorted((case.id, other.id))]
    kept, later = checking.in_order(*held)
    checking.insist(unit, actor, case, kept, later)
    same = checking.one_applicant(kept, later)
    closed = join(unit, actor, kept, later, one_applicant=same)
    telling.merged(unit, kept, closed, one_applicant=same)
    return kept, closed


def join(unit: Unit, actor: Actor, kept: Case, later: Case, *, one_applicant: bool) -> Case:
    """Let one go on in the other, both of which are held; the one that is closed by it."""
    db.add(
        unit, CaseMerger, id=new_id(), case_id=later.id, into_id=kept.id, at=unit.now, account_id=actor.account_id,
        one_applicant=one_applicant, yours=later.yours, stopped=later.stopped, undone_at=None,
    )  # fmt: skip
    closed = later._replace(closed_at=unit.now, outcome=MERGED, yours=False, stopped=False, touched_at=unit.now)
    moving.save(unit, closed)
    jobs.cancel(unit, timers.stream(later.id), timers.TIMER)
    moving.note_step(unit, later.id, "merged", actor, transition=MERGER)
    moving.note_step(unit, kept.id, "merged_in", actor, transition=MERGER)
    if later.answered:
        moving.mark_answered(unit, kept.id, True)
    moving.touch(unit, kept)
    events.record(unit, CaseMerged(later.id, kept.id))
    return closed


def part(unit: Unit, actor: Actor, case: Case, merger_id: UUID) -> tuple[Case, Case]:
    """Take a merger back, as long as nothing was decided: the one that goes on, and the other as it was before."""
    merger = reading.one(unit, case, merger_id)
    for each in sorted((merger.case_id, merger.into_id)):
        queries.locked(unit, each)
    insist_partable(unit, actor, case, reading.one(unit, case, merger_id))
    return _part(unit, actor, merger)


def insist_partable(unit: Unit, actor: Actor, here: Case, merger: Merger) -> None:
    """NotParted, in exact words, unless this merger may be taken back now."""
    kept, words = queries.case(unit, merger.into_id), ""
    if merger.undone_at is not None:
        words = N_("These two are taken apart already.")
    elif kept.outcome == MERGED:
        checking.insist_apart(unit, actor, here, kept)
    elif contents.decisions(unit, kept.id):
        words = N_("%(reference)s is decided. The two stay one case.")
    elif kept.closed_at is not None:
        words = N_("%(reference)s is closed. The two stay one case.")
    if words:
        raise NotParted(words, {"reference": kept.reference}, path=f"/desk/cases/{here.reference}", link=BACK)


def partable(unit: Unit, merger: Merger) -> bool:
    kept = queries.case(unit, merger.into_id)
    return merger.undone_at is None and kept.closed_at is None and not contents.decisions(unit, kept.id)


def settle(unit: Unit, case_id: UUID) -> None:
    """A case ended. What others sent and went on in it is done as well; where its own applicant gave it up, theirs go
    on by themselves."""
    kept = queries.case(unit, case_id)
    for merger in reading.into(unit, case_id):
        if merger.one_applicant:
            continue
        if kept.outcome == "done":
            telling.ended(unit, queries.case(unit, merger.case_id))
        elif kept.outcome != MERGED:
            for each in sorted((merger.case_id, merger.into_id)):
                queries.locked(unit, each)
            _part(unit, Actor.system("the other case was given up"), merger)


def _part(unit: Unit, actor: Actor, merger: Merger) -> tuple[Case, Case]:
    kept, later = queries.case(unit, merger.into_id), queries.case(unit, merger.case_id)
    table = db.table(CaseMerger)
    db.change(unit, update(table).where(table.c.id == merger.id).values(undone_at=unit.now))
    open_again = later._replace(
        closed_at=None, outcome=None, yours=merger.yours, stopped=merger.stopped, touched_at=unit.now
    )
    moving.save(unit, open_again)
    restored = moving.retime(unit, open_again)
    moving.note_step(unit, later.id, "parted", actor, transition=PARTING)
    moving.note_step(unit, kept.id, "parted_from", actor, transition=PARTING)
    telling.parted(unit, moving.touch(unit, kept), restored, one_applicant=merger.one_applicant)
    events.record(unit, CasesParted(later.id, kept.id))
    return kept, restored
