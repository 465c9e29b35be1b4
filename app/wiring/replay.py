"""Recorded runs: checked in a scratch town before anything is imported, and replayed into the demo as its history."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from app import notifications
from app.cases.models import CaseFile, CaseStep
from app.catalogue import Problem, TownFolder
from app.kit import db
from app.kit.clock import Clock
from app.kit.job_care import quarantined
from app.kit.towns import Town
from app.wiring import jobs, scratch
from app.wiring.people_file import read_people
from app.wiring.runs.cast import cast
from app.wiring.runs.playing import Play, play, plays

C, S = db.table(CaseFile).c, db.table(CaseStep).c
TAKEN = select(S.transition, S.state).where(S.case_id.in_(bindparam("cases", expanding=True))).distinct()
OVER = select(C.id, C.account_id).where(C.closed_at < bindparam("before"), C.account_id.is_not(None))
EARLIER = timedelta(hours=1)
FRESH = timedelta(days=7)
SEALING = tuple(each for each in jobs.SCHEDULES if each.name == "kit.seal_audit")
"""Of all schedules this one leaves a trace in a town's history."""


def check_runs(folder: TownFolder, now: datetime | None = None) -> list[Problem]:
    """Play every run of a folder that is otherwise clean; what does not go as it is written, with file and line."""
    today = now or Clock().now()
    runs = plays(folder, today)
    if not runs:
        return []
    with scratch.scratch_town(folder, min(each.begins for each in runs) - EARLIER) as town:
        for _ in play(town, cast(read_people(folder)[0]), runs, ()):
            pass
        with db.read(town) as unit:
            broken = [*_untaken(unit, folder, runs), *_failed(unit)]
    return sorted({problem for each in runs for problem in each.problems} | set(broken))


def _untaken(unit: db.Unit, folder: TownFolder, runs: list[Play]) -> Iterator[Problem]:
    """Transitions that no run really takes, in packages whose runs are clean."""
    for package in folder.packages:
        mine = [each for each in runs if each.package is package]
        if package.package is None or any(each.problems for each in mine):
            continue
        cases = [each.case_id for each in mine]
        steps = {(row.transition, row.state) for row in db.rows(unit, TAKEN, cases=cases)}
        taken = {transition for transition, _ in steps}
        for number, way in enumerate(package.package.workflow.transitions):
            if way.id not in taken:
                path = ("workflow", "transitions", number)
                yield package.marked.problem(
                    path, f"No recorded run takes the transition “{way.id}”. Add one to runs/."
                )
        clock = package.package.clock
        silent = clock.silence.to if clock and clock != "none" and clock.silence else ""
        if silent and ("", silent) not in steps:
            message = f"No recorded run waits until silence leads to “{silent}”. Add one to runs/."
            yield package.marked.problem(("clock", "silence", "to"), message)


def _failed(unit: db.Unit) -> Iterator[Problem]:
    for _, name, problem in quarantined(unit):
        yield Problem(
            "services", 0, f"A job of the runs fails again and again: {name} ({problem}). Look at the letters."
        )


def replay_demo(town: Town, folder: TownFolder, now: datetime) -> int:
    """Give a demo town that has no case yet its history; how many cases. What is stored lies before `now`, and what
    would come after it is left to come."""
    past = town.at(town.database_url, town.blob_url, Clock())
    runs = [each for each in plays(folder, now, demo=True) if each.begins < now]
    if not runs:
        return 0
    past.clock.set(min(each.begins for each in runs))
    for at in play(past, cast(read_people(folder)[0]), runs, SEALING):
        if at > now:
            break
    scratch.travel(past, now, SEALING)
    _read_what_is_over(past)
    return sum(each.case_id is not None for each in runs)


def _read_what_is_over(town: Town) -> None:
    """Nobody leaves the end of her case unread for weeks."""
    with db.write(town) as unit:
        for case in db.rows(unit, OVER, before=unit.now - FRESH):
            notifications.mark_read(unit, case.account_id, case_id=case.id)
