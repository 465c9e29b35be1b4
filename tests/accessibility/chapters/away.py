"""The database does not answer: a page that was asked for, a form that was sent, files that were sent with it."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import make_url

from app.kit.towns import Town
from tests import applying
from tests.accessibility.answers import BUILDING_PERMIT, SAMPLES
from tests.accessibility.chapters.trouble import TROUBLE
from tests.accessibility.scene import Scene

TRIES = 50


def look(scene: Scene) -> None:
    person = scene.somebody()
    begun = applying.begin(person.http, "building-permit", scene.locale)
    question = applying.fill_until(person.http, begun, BUILDING_PERMIT, "consent")
    person.open(question)
    person.choose_file("consent", SAMPLES / "consent.jpg")
    with taken_away(scene.site.town):
        person.send_here("503 away, files to choose again", at=TROUBLE)
        person.see(person.at("/check"), "503 away", at=TROUBLE)


@contextmanager
def taken_away(town: Town) -> Iterator[None]:
    """Nobody finds the database of a town by its name, and whoever was connected to it is no more."""
    name = str(make_url(town.database_url).database)
    address = make_url(town.database_url).set(drivername="postgresql", database="postgres")
    with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as server:
        _rename(server, name, f"{name}_away")
        try:
            yield
        finally:
            _rename(server, f"{name}_away", name)


def _rename(server: psycopg.Connection[tuple[object, ...]], before: str, after: str) -> None:
    for _ in range(TRIES):
        try:
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [before])
            server.execute(f'ALTER DATABASE "{before}" RENAME TO "{after}"')
            return
        except psycopg.errors.ObjectInUse:
            continue
    raise AssertionError(f"{before} is never free")
