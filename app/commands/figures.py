"""figures recount: count every case again from the log of what happened; exit status 1 if a figure was wrong."""

import argparse
from uuid import UUID

from app import insights
from app.commands.choosing import chosen_town, takes_town
from app.kit import db, schema
from app.kit.towns import Town
from app.wiring.listeners import COUNTED


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["recount"], metavar="recount", help="count every case again")
    takes_town(parser)
    parser.epilog = "What was wrong is set right."


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    schema.insist(town)
    return recount(town)


def recount(town: Town) -> int:
    """Portion by portion, each in a unit of its own."""
    seen: set[UUID] = set()
    missing = wrong = 0
    onward: UUID | None = UUID(int=0)
    while onward is not None:
        with db.write(town) as unit:
            told = insights.recount(unit, COUNTED, onward)
        seen |= told.cases
        missing, wrong, onward = missing + told.missing, wrong + told.wrong, told.onward
    print(f"Cases counted: {len(seen)}. Missing before: {missing}. Wrong before: {wrong}.")
    return 1 if missing or wrong else 0
