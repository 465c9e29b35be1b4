"""The demo: Puerto Claro, imported once, with its history, and a way in for each of its people."""

from pathlib import Path

from app import catalogue
from app.catalogue import Broken
from app.kit import db
from app.kit.towns import Town
from app.wiring import importing, links, replay
from app.wiring.people_file import read_people

FOLDER = Path(__file__).parents[2] / "towns" / "puerto-claro"


def lay(town: Town) -> bool:
    """Import the demo town; False when the database holds a town already."""
    with db.read(town) as unit:
        if catalogue.content_version(unit):
            return False
    importing.import_folder(town, FOLDER)
    return True


def open_town(town: Town) -> bool:
    """Import the demo town and replay what happened in it until now; False when the database holds a town already."""
    if not lay(town):
        return False
    replay.replay_demo(town, catalogue.load_town(FOLDER))
    return True


def ways_in(town: Town) -> dict[str, str]:
    """A one-time link for each demo account, by the key of PEOPLE."""
    try:
        entries, _ = read_people(catalogue.load_town(FOLDER))
    except Broken:
        return {}
    emails = {str(entry["key"]): str(entry["email"]) for entry in entries if entry.get("email")}
    made = links.mint(town, emails.values())
    return {key: made[email] for key, email in emails.items() if email in made}
