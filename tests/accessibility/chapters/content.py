"""The front page and what the town writes: life events, articles, events, offices, announcements; one of each kind,
and what is empty. One weekly event alone is on: else the order of a list would be another one each day."""

from urllib.parse import quote

from sqlalchemy import delete

from app import catalogue
from app.catalogue.models import Content
from app.kit import db
from app.kit.towns import Town
from tests.accessibility.scene import Scene

C = db.table(Content).c
KEPT = ("help_with_forms", "promenade_closed")
INDEXES = ("/", "/life-events", "/articles", "/events", "/offices", "/announcements")
ONE = ("/life-events/child", "/articles/receipt-code", "/events/help-with-forms", "/offices/library")
STREET = f"/announcements?street={quote('Calle Mayor')}"


def prepare(town: Town, locale: str) -> None:
    with db.write(town) as unit:
        others = C.kind.in_(("event", "announcement")) & C.key.not_in(KEPT)
        db.change(unit, delete(db.table(Content)).where(others))
        catalogue.bump(unit)


def look(scene: Scene) -> None:
    guest = scene.guest()
    for path in (*INDEXES, *ONE):
        guest.see(guest.at(path))
    guest.see(guest.at("/articles/gender-violence"), "to be left at once")
    guest.see(guest.at(STREET), "nothing for a street")
