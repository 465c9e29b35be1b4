"""demo: Puerto Claro, with its people and its running cases."""

import argparse

from app.commands.choosing import chosen_town, takes_town
from app.kit import schema
from app.wiring import demo


def arguments(parser: argparse.ArgumentParser) -> None:
    takes_town(parser)
    parser.epilog = "A database that holds a town already is left as it is."


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    schema.insist(town)
    print(f"{town.name}: the demo town is there" if demo.open_town(town) else f"{town.name}: there is a town already")
    return 0
