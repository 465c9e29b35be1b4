"""What one needs: told by oneself, and by a clerk with agreement."""

from tests.accessibility.scene import WHO, Scene
from tests.cast import BY_KEY


def look(scene: Scene) -> None:
    person = scene.somebody()
    needs = person.at("/me/needs")
    person.see(needs)
    person.send(needs, "wrong", {"needs": ["helper"], "helper": ""})
    person.http.submit(needs, {"needs": ["helper", "large_print"], "helper": BY_KEY["boris"].name})
    person.see(f"{needs}?said=needs", "saved")
    clerk = scene.staff("clara")
    clerk.http.submit(clerk.at("/desk/purpose"), {"purpose": "look_contact"})
    search = clerk.http.get(f"{clerk.at('/desk/search')}?q={BY_KEY[WHO[scene.locale]].name}").text
    hers = clerk.at(f"/desk/people/{search.partition('/desk/people/')[2][:36]}/needs")
    clerk.see(hers)
    clerk.send(hers, "wrong", {"way": ""})
    care(scene, hers.removesuffix("/needs") + "/care")


def care(scene: Scene, page: str) -> None:
    """A supervisor writes down that offices take care."""
    supervisor = scene.staff("samir")
    supervisor.http.submit(supervisor.at("/desk/purpose"), {"purpose": "look_contact"})
    supervisor.see(page)
    supervisor.send(page, "wrong", {"words": ""})
    supervisor.http.submit(page, {"kind": "safety", "words": "12/2026", "days": "90"})
    supervisor.see(page, "noted")
