"""The job loop: claim, run, again; a lane by its weight; a heartbeat; schedules."""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Sequence

from sqlalchemy.exc import SQLAlchemyError

from app.kit import db, heartbeat, jobs, schedules
from app.kit.schedules import Schedule
from app.kit.towns import Town, Towns

log = logging.getLogger(__name__)

TURNS = ("now", "now", "now", "mail", "now", "mail", "bulk")
"""Lanes by weight: one round serves them in this order."""
BEAT = 5.0
IDLE = 0.25
PAUSE = 1.0
"""Seconds until a database that was away is asked again."""


class Worker:
    """Works for all towns of this process until told to stop."""

    def __init__(self, towns: Towns, known: jobs.Jobs, planned: Sequence[Schedule]) -> None:
        self.towns, self.known, self.planned = towns, known, planned
        self.stopping = threading.Event()
        self.name = f"{socket.gethostname()}-{os.getpid()}"
        self._beaten: dict[str, float] = {}
        self._away: dict[str, float] = {}

    def run(self) -> None:
        """Until `stop`."""
        while not self.stopping.is_set():
            if not sum(self._visit(town) for town in self.towns.all):
                self.stopping.wait(IDLE)

    def _visit(self, town: Town) -> int:
        """One round, unless the town's database is away: it is asked again later, and no other town waits for it."""
        if time.monotonic() < self._away.get(town.name, 0.0):
            return 0
        try:
            return self.round(town)
        except (SQLAlchemyError, OSError, db.Conflict):
            log.warning("the database does not answer; trying again", extra={"town": town.name})
            self._away[town.name] = time.monotonic() + PAUSE
            return 0

    def stop(self, *_: object) -> None:
        self.stopping.set()

    def round(self, town: Town) -> int:
        """One round through the lanes of a town; how many jobs there were."""
        self._beat(town)
        with db.read(town) as unit:
            due = jobs.due(unit)
        return sum(self.serve(town, lane) for lane in TURNS if lane in due)

    def serve(self, town: Town, lane: str) -> int:
        """Claim what is due in a lane and run it; how many jobs that were."""
        with db.claim(town) as unit:
            claimed = jobs.claim(unit, lane)
        until = time.monotonic() + jobs.PART.total_seconds()
        for job in claimed:
            if self.stopping.is_set() or time.monotonic() > until:
                jobs.give_back(town, job)
            else:
                jobs.run(town, self.known, job)
        return len(claimed)

    def _beat(self, town: Town) -> None:
        now = town.clock.now().timestamp()
        if now - self._beaten.get(town.name, 0.0) < BEAT:
            return
        self._beaten[town.name] = now
        with db.write(town) as unit:
            heartbeat.beat(unit, self.name)
            schedules.plan(unit, self.planned)


def obey_signals(worker: Worker) -> None:
    signal.signal(signal.SIGTERM, worker.stop)
    signal.signal(signal.SIGINT, worker.stop)
