"""The commands of `python -m app`, one file each: `HELP`, `arguments(parser)` and `run(given)`, which gives the exit
status. What goes wrong is raised as one sentence."""

import argparse
import os
import sys
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError

from app.kit import settings
from app.kit.schema import Unknown
from app.kit.settings import Settings, Wrong
from app.kit.towns import Town


class Failed(Exception):
    """The command could not do it; the message is one sentence."""

    status = 1


class Misused(Failed):
    """It was asked for something that cannot be."""

    status = 2


def takes_town(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--town", metavar="NAME", help="which town, where TOWNS lists several")


def chosen_town(given: argparse.Namespace, known: Settings | None = None) -> Town:
    """The town a command is for: the only one, or the one that --town names."""
    towns = settings.towns(known or settings.load()).all
    names = ", ".join(town.name for town in towns)
    if given.town is None and len(towns) > 1:
        raise Misused(f"Say which town with --town: {names}.")
    for town in towns:
        if given.town in (None, town.name):
            return town
    raise Misused(f"There is no town {given.town}; there is {names}.")


def guarded(act: Callable[[], int]) -> int:
    """The exit status of something that may fail; the reason as one sentence on standard error."""
    try:
        return act()
    except Wrong as problem:
        return _say(str(problem), 2)
    except Failed as problem:
        return _say(str(problem), problem.status)
    except Unknown as problem:
        return _say(str(problem), 1)
    except DBAPIError as problem:
        reason = str(problem.orig).partition("\n")[0].rstrip(".")
        return _say(f"The database cannot be used, see DATABASE_URL and TOWNS: {reason}.", 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status
