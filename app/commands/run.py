"""run: from nothing to a town that answers, in one command; ended by Ctrl-C with everything it started."""

import argparse
import http.client
import os

from dotenv import dotenv_values

from app.commands import peers, serving, working
from app.commands.failing import Failed, guarded
from app.commands.family import Family
from app.kit import logs, schema, settings
from app.kit.settings import Settings
from app.kit.towns import Town, Towns
from app.wiring import built_in, demo, links, locales


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "DEMO is 1 here unless the environment or .env says otherwise. Data stay in var/."


def run(given: argparse.Namespace) -> int:
    known = settings.load() if _said("DEMO") else settings.load(DEMO=True)
    settings.towns(known)  # what is wrong is said before anything begins
    try:
        door = serving.bind(known)
    except OSError as problem:
        raise Failed(serving.taken(known, problem)) from None
    known = known.model_copy(update={"PORT": door.getsockname()[1]})
    family = Family()
    if known.DEMO and not known.REGISTERS:
        known = known.model_copy(update={"REGISTERS": peers.start(family)})
    towns = settings.towns(known)
    logs.configure(known.LOG_LEVEL)
    locales.compile_changed()
    ways, told = os.pipe()
    if status := family.do(lambda: _prepare(towns, told)):
        return status
    os.close(told)
    for number in range(known.WORKERS):
        family.add(f"web {number + 1}", lambda: serving.serve(towns, door))
    family.add("worker", lambda: working.work(towns))
    if (ended := family.watch(until=lambda: _answers(known, towns))) is not None:
        return ended
    with open(ways) as lines:
        print(lines.read(), end="")
    print(f"Ready: {towns.all[0].base_url}/", flush=True)
    return family.watch() or 0


def _said(name: str) -> bool:
    return name in os.environ or dotenv_values(".env").get(name) is not None


def _prepare(towns: Towns, told: int) -> int:
    """In a process of its own, so that web and worker are forked from one without connections or threads."""
    return guarded(lambda: _lay(towns, told))


def _lay(towns: Towns, told: int) -> int:
    with open(told, "w") as lines:
        for town in towns.all:
            _migrate(town)
            built_in.renew(town)
            if town.demo:
                demo.open_town(town)
                for key, way in demo.ways_in(town).items():
                    print(key, way, file=lines)
            elif links.lacks_administrator(town):
                print(links.NOBODY.format(town=town.name), file=lines)
    return 0


def _migrate(town: Town) -> None:
    if schema.current(town) != schema.newest():
        from app.kit.migrating import migrate  # Alembic takes half a second

        migrate(town)
    schema.insist(town)


def _answers(known: Settings, towns: Towns) -> bool:
    """Whether the town's window is open: database, worker and web are there."""
    connection = http.client.HTTPConnection(known.HOST, known.PORT, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": towns.all[0].hosts[0]})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
