"""Mandates at the window: none yet, recorded, wrong, ended."""

from tests.accessibility.scene import Scene
from tests.desk.test_mandates import day
from tests.identity.identifying import person


def look(scene: Scene) -> None:
    clerk = scene.staff("clara")
    here = clerk.at(f"/desk/people/{person(scene.site.town, 'rosa')}/mandates")
    clerk.see(here, "none")
    clerk.send(here, "wrong", {"email": "nobody"})
    asked = {"kind": "mandate", "email": "nour@puertoclaro.example", "scope": "everything", "way": "acts"}
    days = {**day("until", scene.site.town, 300), **day("seen_on", scene.site.town, -1)}
    clerk.http.submit(here, {**asked, **days, "how": "paper", "seen": "signed"})
    clerk.see(here)
    clerk.person.follow_to("/end")
    clerk.look_here("plain")
    clerk.open(here)
    clerk.person.follow_to("/notices")
    news = clerk.person.path
    clerk.look_here("plain")
    clerk.send(news, "wrong", {"notices": "person"})
