"""Runs, played side by side in the order of time: each says when its next step comes, and the town travels there."""

import heapq
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app import notifications
from app.cases import law
from app.catalogue import LoadedPackage, Problem, Run, TownFolder
from app.catalogue.marked import Marked
from app.catalogue.runs import Step, Wait
from app.kit import db
from app.kit.durations import civil_moment, is_whole_days, shift_day, shift_moment
from app.kit.schedules import Schedule
from app.kit.towns import Town
from app.wiring.runs import acting, persons, sending
from app.wiring.runs.amiss import Amiss
from app.wiring.runs.cast import Cast
from app.wiring.runs.scene import Scene
from app.wiring.scratch import travel

A_MOMENT = timedelta(minutes=1)


@dataclass(eq=False)
class Play:
    """A run that is played, and what was amiss with it. `today` is the moment from which its days are counted."""

    package: LoadedPackage
    run: Run
    marked: Marked
    today: datetime
    zone: ZoneInfo
    problems: list[Problem] = field(default_factory=list)
    case_id: UUID | None = None

    @property
    def begins(self) -> datetime:
        """Some time in the morning of its day, and always before now: each run has its own minute."""
        at = self.run.script.as_.at
        if not is_whole_days(at):
            return shift_moment(self.today, at, self.zone)
        number = zlib.crc32(self.run.file.encode())
        day = shift_day(self.today.astimezone(self.zone).date(), at)
        return min(self.today - A_MOMENT, civil_moment(day, time(9 + number % 4, number // 4 % 60), self.zone))

    @property
    def ends(self) -> datetime:
        """When its last wait is over, were every day a working day."""
        at = self.begins
        for step in self.run.script.then:
            if isinstance(step, Wait):
                at = shift_moment(at, step.wait, self.zone)
        return at

    def moments(self, town: Town, people: Cast) -> Iterator[datetime]:
        """When something happens next; asking for another one does it."""
        try:
            yield from self._play(town, people)
        except Amiss as amiss:
            self.problems.append(self.marked.problem(amiss.path, amiss.message))

    def _play(self, town: Town, people: Cast) -> Iterator[datetime]:
        at = self.begins
        yield at
        if self.run.script.demo and self.ends > self.today:
            raise Amiss(("as", "at"), "A run of the demo is over before today. Let it begin earlier.")
        assert self.package.package is not None
        sender, case = sending.send(town, people, self.package.package.id, self.run)
        self.case_id = case.id
        scene = Scene(town, people, self.run, sender, case.reference)
        for number, step in enumerate(self.run.script.then):
            if isinstance(step, Wait):
                at = shift_moment(at, step.wait, self.zone)
                yield at
                persons.open_what_waits(scene)
                continue
            opens = self._opens(town, step, at)
            if opens > at:
                at = opens
                yield at
            acting.do(scene, step, ("then", number))
        self._told(town, case.id)

    def _opens(self, town: Town, step: Step, at: datetime) -> datetime:
        """The office does what it does on working days: the same time of the next one, when this is none."""
        by = getattr(step, "by", None)
        if by is None or by == self.run.script.as_.person:
            return at
        with db.read(town) as unit:
            calendar = law.calendar(unit)
        day = calendar.day_of(at)
        return civil_moment(calendar.working_from(day), at.astimezone(self.zone).time(), self.zone)

    def _told(self, town: Town, case_id: UUID) -> None:
        if self.run.script.told is None:
            return
        with db.read(town) as unit:
            found = [told.kind for told in notifications.told(unit, case_id)]
        if found != list(self.run.script.told):
            said = ", ".join(found) or "nothing"
            raise Amiss(("told",), f"The person was told: {said}. Mend the list, or the steps.")


def plays(folder: TownFolder, today: datetime, *, demo: bool = False) -> list[Play]:
    """Every run of a folder, or those of the demo."""
    zone = ZoneInfo(folder.facts.zone if folder.facts else "UTC")
    return [
        Play(package, run, marked, today, zone)
        for package in folder.packages
        for run, marked in package.runs.values()
        if package.package and (run.script.demo or not demo)
    ]


def play(town: Town, people: Cast, runs: Iterable[Play], planned: Sequence[Schedule]) -> Iterator[datetime]:
    """Play runs side by side to their ends. Each moment is given before the town travels to it: whoever asks for no
    more ends the play there."""
    waiting: list[tuple[datetime, int, Iterator[datetime]]] = []
    for number, each in enumerate(runs):
        moments = each.moments(town, people)
        waiting.append((next(moments), number, moments))
    heapq.heapify(waiting)
    while waiting:
        at, number, moments = heapq.heappop(waiting)
        yield at
        travel(town, at, planned)
        following = next(moments, None)
        if following is not None:
            heapq.heappush(waiting, (following, number, moments))
