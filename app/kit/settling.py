"""Running what is due without a worker."""

from app.kit import db, jobs
from app.kit.towns import Town


def settle(town: Town, known: jobs.Jobs, most: int = 10_000) -> int:
    """Run everything that is due now, in this process; how many jobs ran. For scratch towns, imports and tests."""
    ran = 0
    while ran < most:
        count = 0
        for lane in jobs.LANES:
            with db.claim(town) as unit:
                claimed = jobs.claim(unit, lane)
            for job in claimed:
                jobs.run(town, known, job)
            count += len(claimed)
        if not count:
            return ran
        ran += count
    raise RuntimeError("jobs beget jobs without end")
