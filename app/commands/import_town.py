"""import: the only loader, for the demo and for a real town."""

import argparse
from pathlib import Path

from app.commands.choosing import chosen_town, takes_town
from app.wiring import importing, links


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a town folder, or the same folder as a zip")
    takes_town(parser)
    parser.epilog = "Every mistake is named with its file and line, and nothing is imported until there is none."


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    changed = importing.import_folder(town, given.folder, demo=town.demo)
    print(f"{town.name}: imported" if changed else f"{town.name}: nothing has changed")
    if links.lacks_administrator(town):
        print(links.NOBODY.format(town=town.name))
    return 0
