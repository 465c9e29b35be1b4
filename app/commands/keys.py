"""keys: a fresh root key in front of the others, and every key of the town wrapped with it."""

import argparse

from app.commands.failing import Failed
from app.kit import crypto, db, keys, schema, settings
from app.kit.towns import Town

AT_ONCE = 500


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "act", choices=["rotate", "rewrap"], metavar="rotate|rewrap", help="a fresh root key; or use it everywhere"
    )
    parser.epilog = "After rotate, start web and worker anew, then rewrap (the worker does it too, by and by)."


def run(given: argparse.Namespace) -> int:
    known = settings.load()
    towns = settings.towns(known)
    for town in towns.all:
        schema.insist(town)
    if given.act == "rewrap":
        for town in towns.all:
            print(f"{town.name}: {_rewrap_all(town)} keys wrapped anew")
        return 0
    for path in settings.keyrings(known):
        try:
            print(f"{path}: root key {crypto.rotate_keyring(path)} is current")
        except OSError as problem:
            raise Failed(f"{path} cannot be written ({problem.strerror}).") from None
    print("Start web and worker anew, then run: python -m app keys rewrap")
    return 0


def _rewrap_all(town: Town) -> int:
    total = 0
    while True:
        with db.write(town) as unit:
            count = keys.rewrap(unit, AT_ONCE)
        if not count:
            return total
        total += count
