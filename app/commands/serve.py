"""serve: the web processes, WORKERS of them."""

import argparse

from app.commands import serving
from app.commands.failing import Failed
from app.commands.family import Family
from app.kit import logs, schema, settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "HOST, PORT, WORKERS and the rest of docs/settings.md come from the environment or .env."


def run(given: argparse.Namespace) -> int:
    known = settings.load()
    towns = settings.towns(known)
    logs.configure(known.LOG_LEVEL)
    for town in towns.all:
        schema.await_known(town)
    try:
        door = serving.bind(known)
    except OSError as problem:
        raise Failed(serving.taken(known, problem)) from None
    if known.WORKERS == 1:
        serving.serve(towns, door)
        return 0
    family = Family()
    for number in range(known.WORKERS):
        family.add(f"web {number + 1}", lambda: serving.serve(towns, door))
    return family.watch() or 0
