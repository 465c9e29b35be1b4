"""A clerk says what she looks for, finds a person by half a name, and has her record open."""

from datetime import timedelta

from app.kit import db
from app.people.models import LookPurpose
from tests import applying
from tests.accessibility.scene import WHO, Scene
from tests.cast import BY_KEY

DOG = {"en": "dog", "es": "perro", "zh-Hant": "犬隻", "ar": "كلب"}


def look(scene: Scene) -> None:
    name = BY_KEY[WHO[scene.locale]].name
    clerk = scene.staff("clara")
    search = clerk.at("/desk/search")
    purpose = clerk.at("/desk/purpose")
    clerk.see(f"{search}?q={name}", "purpose asked")
    clerk.see(f"{purpose}?to=/desk/search")
    clerk.send(purpose, "wrong", {"purpose": "look_other"})
    clerk.http.submit(purpose, {"purpose": "look_contact", "words": "512/2026", "to": "/desk/search"})
    clerk.see(search, "empty")
    clerk.see(f"{search}?q=Zyxnobody", "nobody found")
    clerk.see(f"{search}?q={name}")
    applying.certificate(scene.staff("dan").http, scene.locale)
    clerk.see(f"{search}?q=Whitlock", "applied")
    clerk.see(f"{search}?q={DOG[scene.locale]}", "a service")
    person = clerk.http.get(f"{search}?q={name}").text.partition("/desk/people/")[2][:36]
    clerk.see(clerk.at(f"/desk/people/{person}"))
    with db.write(scene.site.town) as unit:
        table = db.table(LookPurpose)
        db.change(unit, table.update().values(until=unit.now - timedelta(minutes=5)))
    clerk.see(f"{search}?q={name}", "purpose over")
