"""A clerk comes in the morning: what waits for her, what changed, and how she makes her queue hers."""

from datetime import timedelta

from app.desk.models import DeskVisit
from app.identity import accounts
from app.kit import db
from app.kit.towns import Town
from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene


def prepare(town: Town, locale: str) -> None:
    """Clara was here yesterday."""
    with db.write(town) as unit:
        clara = accounts.by_email(unit, "clara@puertoclaro.example")
        db.add(unit, DeskVisit, account_id=clara, seen_at=unit.now - timedelta(days=1), left_at=None)


def look(scene: Scene) -> None:
    person, clerk = scene.somebody(), scene.staff("clara")
    apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    start = clerk.at("/desk")
    clerk.see(start)
    scene.staff("samir").see(start, "first visit")
