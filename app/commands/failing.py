"""What goes wrong in a command is one sentence on standard error and an exit status."""

import os
import sys
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError

from app.catalogue import Broken
from app.kit.schema import NoBackup, Unknown
from app.kit.settings import Wrong


class Failed(Exception):
    """The command could not do it; the message is one sentence."""

    status = 1


class Misused(Failed):
    """It was asked for something that cannot be."""

    status = 2


def guarded(act: Callable[[], int]) -> int:
    """The exit status of something that may fail; the reason as one sentence on standard error."""
    try:
        return act()
    except Wrong as problem:
        return _say(str(problem), 2)
    except Failed as problem:
        return _say(str(problem), problem.status)
    except Broken as broken:
        return _say("\n".join(map(str, broken.problems)), 1)
    except (Unknown, NoBackup) as problem:
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
