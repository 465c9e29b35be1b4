"""Which town a command is for."""

import argparse

from app.commands.failing import Misused
from app.kit import settings
from app.kit.settings import Settings
from app.kit.towns import Town


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
