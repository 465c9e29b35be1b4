"""worker: the job loop. Any number of them may run, on any number of machines."""

import argparse

from app.commands import working
from app.kit import logs, schema, settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "A worker that is killed loses nothing: what it held is done by another, or by itself next time."


def run(given: argparse.Namespace) -> int:
    known = settings.load()
    towns = settings.towns(known)
    logs.configure(known.LOG_LEVEL)
    for town in towns.all:
        schema.await_known(town)
    working.work(towns)
    return 0
