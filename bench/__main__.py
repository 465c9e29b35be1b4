"""bench: python -m bench NAME [--rounds N] [--small]"""

import argparse
import importlib
import signal
import sys

from bench.ratios import HEADING, ROUNDS

NAMES = ("pages", "weight", "kinds", "submissions", "start", "desk", "search", "answers", "figures")
ALONE = ("lighthouse",)
"""What needs a tool of its own, and is no part of `all`."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("name", choices=(*NAMES, *ALONE, "all"), help="what to measure")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often A and B take turns")
    parser.add_argument("--small", action="store_true", help="only show that it works")
    parser.add_argument("--people", type=int, default=0, help="of the large town of `desk` and `search`")
    given = parser.parse_args()
    for ended in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ended, lambda number, _: sys.exit(128 + number))  # what was laid for a run is cleared away
    for name in NAMES if given.name == "all" else (given.name,):
        print(f"\n{name}\n{HEADING}", flush=True)
        sizes = {"people": given.people} if name in ("desk", "search") else {}
        for ratio in importlib.import_module(f"bench.{name}").run(given.rounds, given.small, **sizes):
            print(ratio, flush=True)


if __name__ == "__main__":
    main()
