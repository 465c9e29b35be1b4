"""figures recount: count every case again from the log of what happened, and sum every month again; exit status 1 if
anything was wrong."""

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
    amiss = sum_again(town)
    return 1 if missing or wrong or amiss else 0


def sum_again(town: Town) -> int:
    """Sum each month again; how many were wrong. One that waits to be summed is not wrong."""
    with db.write(town) as unit:
        insights.sum_due(unit)
    with db.read(town) as unit:
        months = insights.to_sum(unit)
    amiss = 0
    for month in months:
        with db.write(town) as unit:
            amiss += insights.sum_again(unit, month)
    print(f"Months summed: {len(months)}. Wrong before: {amiss}.")
    return amiss
