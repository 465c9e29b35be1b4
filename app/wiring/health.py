"""GET /healthz: is the database there, is a worker alive, how long has the oldest due job waited."""

from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from app.kit import db, heartbeat, job_care, jobs
from app.kit.towns import Town

ALIVE = timedelta(seconds=15)


async def healthz(request: Request) -> JSONResponse:
    """200 when all is well, 503 when not; `lanes` in seconds."""
    body = await run_in_threadpool(_look, request.state.town)
    well = body["database"] == "ok" and body["worker"] == "ok"
    return JSONResponse(body, 200 if well else 503, {"Cache-Control": "no-store"})


def _look(town: Town) -> dict[str, object]:
    try:
        with db.read(town) as unit:
            beat = heartbeat.last(unit)
            alive = beat is not None and unit.now - beat < ALIVE
            return {"database": "ok", "worker": "ok" if alive else "absent", "lanes": job_care.oldest(unit)}
    except SQLAlchemyError:
        return {"database": "unreachable", "worker": "unknown", "lanes": dict.fromkeys(jobs.LANES, 0.0)}
