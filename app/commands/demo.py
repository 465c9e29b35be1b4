"""demo: Puerto Claro, with its people and its running cases."""

import argparse

from app import catalogue
from app.commands.choosing import chosen_town, takes_town
from app.commands.failing import Failed
from app.kit import db, heartbeat, schema
from app.wiring import demo
from app.wiring.health import ALIVE


def arguments(parser: argparse.ArgumentParser) -> None:
    takes_town(parser)
    parser.epilog = "A database that holds a town already is left as it is."


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    schema.insist(town)
    with db.read(town) as unit:
        beat = heartbeat.last(unit)
        if beat is not None and unit.now - beat < ALIVE and not catalogue.content_version(unit):
            raise Failed("A worker is running and would mix now with the demo's past: stop it, then try again.")
    print(f"{town.name}: the demo town is there" if demo.open_town(town) else f"{town.name}: there is a town already")
    return 0
