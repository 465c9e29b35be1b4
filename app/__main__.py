"""python -m app COMMAND: everything that is done with a town from a shell."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

from app.commands.failing import guarded

COMMANDS = {
    "run": "everything at once: migrate, the demo town, web and worker (bin/run)",
    "serve": "answer requests",
    "worker": "do the jobs: notices, timers, schedules",
    "migrate": "bring every town's database to the newest schema",
    "import": "import a town folder, all of it or nothing",
    "export": "write a service as a package",
    "demo": "import the demo town, once",
    "sign-in-link": "print a one-time link for an account",
    "administrator": "print a one-time link for the first administrator",
    "audit": "look whether somebody altered the audit",
    "figures": "count every case again",
    "keys": "renew the root keys",
    "bounce": "take in a delivery report from standard input",
}


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Misuse is one sentence, as every other mistake is."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parse(sys.argv[1:] if arguments is None else list(arguments))
    return guarded(lambda: int(given.run(given)))


def _parse(arguments: list[str]) -> argparse.Namespace:
    """Only the chosen command's file is imported: `sign-in-link` needs no web server."""
    top = Parser(prog="python -m app", description="The counter window of a town.")
    below = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = next((word for word in arguments if word in COMMANDS), None)
    for name, words in COMMANDS.items():
        parser = below.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        if name == chosen:
            command = importlib.import_module(f"app.commands.{_module(name)}")
            command.arguments(parser)
            parser.set_defaults(run=command.run)
    return top.parse_args(arguments)


def _module(name: str) -> str:
    return {"import": "import_town"}.get(name, name.replace("-", "_"))


if __name__ == "__main__":
    sys.exit(main())
