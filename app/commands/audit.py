"""audit verify: exit status 1, and a sentence for each sign of tampering."""

import argparse

from app.commands.choosing import chosen_town, takes_town
from app.kit import audit_seals, db, schema


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["verify"], metavar="verify", help="read every entry and every seal")
    takes_town(parser)


def run(given: argparse.Namespace) -> int:
    town = chosen_town(given)
    schema.insist(town)
    with db.read(town) as unit:
        problems = audit_seals.verify(unit)
    print(*problems or ["The audit is whole."], sep="\n")
    return 1 if problems else 0
