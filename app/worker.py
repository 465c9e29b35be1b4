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


class Worker:
    """Works for all towns of this process until told to stop."""

    def __init__(self, towns: Towns, known: jobs.Jobs, planned: Sequence[Schedule]) -> None:
        self.towns, self.known, self.planned = towns, known, planned
        self.stopping = threading.Event()
        self.name = f"{socket.gethostname()}-{os.getpid()}"
        self._beaten: dict[str, float] = {}

    def run(self) -> None:
        """Until `stop`; a database that is away is asked again."""
        while not self.stopping.is_set():
            try:
                busy = sum(self.round(town) for town in self.towns.all)
            except (SQLAlchemyError, db.Conflict):
                log.warning("the database does not answer; trying again")
                self.stopping.wait(1.0)
                continue
            if not busy:
                self.stopping.wait(IDLE)

    def stop(self, *_: object) -> None:
        self.stopping.set()

    def round(self, town: Town) -> int:
        """One round through the lanes of a town; how many jobs there were."""
        self._beat(town)
        return sum(self.serve(town, lane) for lane in TURNS)

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
