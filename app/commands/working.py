"""A worker process."""

from app.kit.towns import Towns
from app.wiring import jobs
from app.worker import Worker, obey_signals


def work(towns: Towns) -> None:
    """Do jobs until told to stop."""
    worker = Worker(towns, jobs.install(), jobs.SCHEDULES)
    obey_signals(worker)
    worker.run()
