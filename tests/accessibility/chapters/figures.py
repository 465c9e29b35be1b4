"""The figures of a year: all services, and one of which little came in."""

from app import insights
from app.insights.figures import months
from app.insights.models import CaseFigure, SearchInVain
from app.kit import db
from app.kit.ids import new_id
from app.kit.towns import Town
from tests.accessibility.scene import Scene
from tests.days import today

IN_VAIN = {"en": "passport photo", "es": "cita para el dni", "zh-Hant": "護照照片", "ar": "صورة جواز السفر"}
"""What people look for in each language and a town does not have."""
YEAR = {"birth_certificate": 18, "large_items": 9, "building_permit": 4}
"""So many a month; a month more each."""


def prepare(town: Town, locale: str) -> None:
    for place, month in enumerate(months(today())):
        for service, least in YEAR.items():
            with db.write(town) as unit:
                for number in range(least + place):
                    db.add(
                        unit, CaseFigure, case_id=new_id(), service=service, channel="web" if number % 3 else "counter",
                        received_in=month, closed_in=month if number % 4 else None,
                        outcome="granted" if number % 4 else None, days=number if number % 4 else None,
                        late=number > 12 if number % 4 and service != "large_items" else None,
                    )  # fmt: skip
    with db.write(town) as unit:
        insights.sum_due(unit)
        for number, (spoken, words) in enumerate(IN_VAIN.items(), 5):
            key = spoken.encode()
            db.add(unit, SearchInVain, key=key, day=unit.now.date(), locale=spoken, words=words, count=number)


def look(scene: Scene) -> None:
    guest = scene.guest()
    guest.see(f"/{scene.locale}/numbers", "numbers")
    for service in YEAR:
        guest.see(f"/{scene.locale}/services/{service.replace('_', '-')}", f"{service} in numbers", of=service)
    supervisor = scene.staff("samir")
    figures = supervisor.at("/desk/figures")
    supervisor.see(figures)
    supervisor.see(f"{figures}?service=building_permit", "one service")
