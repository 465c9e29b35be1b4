"""A clerk comes in the morning: what waits for her, what changed, and how she makes her queue hers."""

import re
from datetime import timedelta

from app.desk.models import DeskVisit
from app.identity import accounts
from app.kit import db
from app.kit.towns import Town
from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody


def prepare(town: Town, locale: str) -> None:
    """Clara was here yesterday."""
    with db.write(town) as unit:
        clara = accounts.by_email(unit, "clara@puertoclaro.example")
        db.add(unit, DeskVisit, account_id=clara, seen_at=unit.now - timedelta(days=1), left_at=None)


def look(scene: Scene) -> None:
    person, clerk, supervisor = scene.somebody(), scene.staff("clara"), scene.staff("samir")
    apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    views(clerk, supervisor)
    batch(clerk)
    start = clerk.at("/desk")
    clerk.see(start)
    supervisor.see(start, "first visit")
    news(scene, clerk)


def views(clerk: Somebody, supervisor: Somebody) -> None:
    saved, nobodys = clerk.at("/desk/views"), "?tab=nobody&via=web"
    clerk.see(saved, "empty")
    clerk.see(f"{clerk.at('/desk/cases')}{nobodys}", "filtered")
    clerk.see(f"{saved}{nobodys}", "to save")
    clerk.http.submit(f"{saved}{nobodys}", {"name": "Morning"})
    supervisor.send(f"{saved}{nobodys}", "wrong")
    supervisor.http.submit(f"{saved}{nobodys}", {"name": "To share out", "share": "civil_registry"})
    clerk.see(f"{saved}?said=view_saved", "shared")
    clerk.see(re.findall(r'href="([^"]+/removal)"', clerk.http.get(saved).text)[0])


def batch(clerk: Somebody) -> None:
    several = clerk.at("/desk/batches")
    clerk.see(f"{several}?tab=mine", "empty")
    clerk.see(several)
    clerk.send(several, "wrong", {"kind": "give"})
    listed = re.findall(r'name="listed" value="([^"]+)"', clerk.http.get(several).text)
    note = {"kind": "note", "words": "Ask the register.", "which": "all", "listed": listed}
    done = clerk.http.submit(several, note)
    clerk.see(done)
    clerk.http.submit(done)
    clerk.see(done, "taken back")


def news(scene: Scene, clerk: Somebody) -> None:
    """Somebody applies while the list stands; coming back to the window asks."""
    clerk.open(clerk.at("/desk/cases?tab=nobody"))
    apply(scene.somebody().http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    clerk.person.line.run("window.dispatchEvent(new Event('focus'))")
    told = "return document.querySelector('#queue-news a') !== null"
    clerk.person.wait(lambda: clerk.person.line.run(told), "nothing is said of what is new")
    clerk.person.wait(clerk.person.said, "what is new is not said aloud")
    clerk.look_here("something new")
