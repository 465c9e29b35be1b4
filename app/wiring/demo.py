"""The demo: Puerto Claro, imported once, with its history, and a way in for each of its people."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import bindparam, delete, select

from app import catalogue, insights
from app.catalogue import Broken, TownFolder
from app.identity.models import SessionRow
from app.kit import db, engines, heartbeat, unfinished
from app.kit.towns import Town
from app.wiring import built_in, importing, links, replay
from app.wiring.models import METADATA
from app.wiring.people_file import read_people

FOLDER = Path(__file__).parents[2] / "towns" / "puerto-claro"
OPENING = "demo.opening"
S = db.table(SessionRow).c
VISITED = select(S.id).where(S.created_at > bindparam("since")).limit(1)


def told() -> TownFolder:
    """The demo's folder with all whose runs are its history."""
    return built_in.joined(catalogue.load_town(FOLDER))


def lay(town: Town) -> bool:
    """Import the demo town; False when the database holds a town already."""
    with db.read(town) as unit:
        if catalogue.content_version(unit):
            return False
    importing.import_folder(town, FOLDER, demo=True)
    return True


def open_town(town: Town) -> bool:
    """Import the demo town and replay what happened in it until now; False when the database holds a town already. An
    opening that was interrupted is begun anew: half a history would be nobody's."""
    if _is_open(town):
        return False
    with alone(town):
        if _is_open(town):
            return False
        with db.write(town) as unit:
            if unfinished.since(unit, OPENING):
                for table in reversed(METADATA.sorted_tables):
                    db.change(unit, delete(table))
            unfinished.begin(unit, OPENING)
            begun = unit.now
        lay(town)
        replay.replay_demo(town, told(), begun)
        with db.write(town) as unit:
            insights.sum_due(unit)
            unfinished.end(unit, OPENING)
    return True


def _is_open(town: Town) -> bool:
    """Whether the database holds a town that is to stay: a whole one, or one that somebody has used since."""
    with db.read(town) as unit:
        begun = unfinished.since(unit, OPENING)
        return bool(catalogue.content_version(unit)) and (begun is None or _used(unit, begun))


def _used(unit: db.Unit, since: datetime) -> bool:
    """The history ends where its opening began: a later session, or a worker, is somebody else's."""
    beat = heartbeat.last(unit)
    return (beat is not None and beat > since) or db.row(unit, VISITED, since=since) is not None


@contextmanager
def alone(town: Town) -> Iterator[None]:
    """Two that open the same town take turns: what one has begun is no interrupted opening for the other."""
    if engines.is_sqlite(town.database_url):
        with open(f"{engines.sqlite_path(town.database_url)}.opening", "a") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield
        return
    with engines.engine(town.database_url, "write").connect() as connection:
        connection.exec_driver_sql("SET LOCAL lock_timeout TO 0")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext(%s))", (f"{OPENING} {town.name}",))
        yield


def ways_in(town: Town) -> dict[str, str]:
    """A one-time link for each demo account, by the key of PEOPLE."""
    try:
        entries, _ = read_people(catalogue.load_town(FOLDER))
    except Broken:
        return {}
    emails = {str(entry["key"]): str(entry["email"]) for entry in entries if entry.get("email")}
    made = links.mint(town, emails.values())
    return {key: made[email] for key, email in emails.items() if email in made}
