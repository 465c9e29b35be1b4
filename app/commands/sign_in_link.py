"""sign-in-link: prints the address alone, so that a script can take it."""

import argparse

from app.commands.choosing import chosen_town, takes_town
from app.commands.failing import Failed
from app.kit import schema
from app.wiring import links


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL", help="the e-mail address of an account of this town")
    takes_town(parser)
    parser.epilog = "The link works once, for an hour."


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    schema.insist(town)
    found = links.mint(town, [given.email])
    if not found:
        raise Failed(f"No account of this town has the address {given.email}.")
    print(found[given.email])
    return 0
