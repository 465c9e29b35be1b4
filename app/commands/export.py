"""export: the package of a service, as it was imported; equal content gives equal bytes."""

import argparse
import sys
from pathlib import Path

from app import catalogue
from app.commands.choosing import chosen_town, takes_town
from app.commands.failing import Failed, Misused
from app.kit import db, schema
from app.kit.errors import NotFound


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("service", metavar="SERVICE", help="its id, such as birth_certificate")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to write (standard output)")
    takes_town(parser)


def run(given: argparse.Namespace) -> int:
    if given.file is None and sys.stdout.isatty():
        raise Misused("Name a file: a zip on a screen helps nobody.")
    town = chosen_town(given)
    schema.insist(town)
    with db.read(town) as unit:
        try:
            archive = catalogue.export_service(unit, given.service.replace("-", "_"))
        except NotFound:
            raise Failed(f"The town has no service {given.service}.") from None
    if given.file is None:
        sys.stdout.buffer.write(archive)
    else:
        try:
            given.file.write_bytes(archive)
        except OSError as problem:
            raise Failed(f"{given.file} cannot be written ({problem.strerror}).") from None
    return 0
