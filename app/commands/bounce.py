"""bounce: the mail server pipes the delivery reports for our sender's address here."""

import argparse
import sys

from app import notifications
from app.commands.choosing import chosen_town, takes_town
from app.commands.failing import Failed
from app.kit import db, schema
from app.wiring import jobs

MOST = 1024 * 1024


def arguments(parser: argparse.ArgumentParser) -> None:
    takes_town(parser)
    parser.epilog = "A report that is about no delivery of ours changes nothing."


def run(given: argparse.Namespace) -> int:
    jobs.install()
    town = chosen_town(given)
    schema.insist(town)
    report = sys.stdin.buffer.read(MOST + 1)
    if not report or len(report) > MOST:
        raise Failed(f"Standard input must hold one mail of at most {MOST // 1024} KiB.")
    with db.write(town) as unit:
        delivery = notifications.bounced(unit, report)
    print(f"delivery {delivery} came back" if delivery else "no delivery of ours came back")
    return 0
