"""administrator: prints a one-time link for the first administrator, or for one who has lost her passkey."""

import argparse

from app.commands.choosing import chosen_town, takes_town
from app.commands.failing import Failed
from app.kit import schema
from app.wiring import links


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL", help="the e-mail address of who is to run the town")
    takes_town(parser)
    parser.epilog = "The link works once, for 7 days, and asks for a passkey. Others are invited at the desk."


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    schema.insist(town)
    try:
        print(links.for_administrator(town, given.email))
    except links.NotNow as reason:
        raise Failed(str(reason)) from None
    return 0
