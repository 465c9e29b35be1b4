"""A clerk comes in the morning: what waits for her, what changed, and how she makes her queue hers."""

import re
from datetime import date, timedelta

from app.desk.models import DeskVisit
from app.identity import accounts
from app.kit import db
from app.kit.towns import Town
from tests.accessibility.answers import BATHROOM, BIRTH_CERTIFICATE, apply, day
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.days import today


def prepare(town: Town, locale: str) -> None:
    """Clara was here yesterday."""
    with db.write(town) as unit:
        clara = accounts.by_email(unit, "clara@puertoclaro.example")
        db.add(unit, DeskVisit, account_id=clara, seen_at=unit.now - timedelta(days=1), left_at=None)


def look(scene: Scene) -> None:
    person, clerk, supervisor = scene.somebody(), scene.staff("clara"), scene.staff("samir")
    reference = apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    views(clerk, supervisor)
    batch(clerk)
    together(clerk, supervisor, reference, apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale))
    start = clerk.at("/desk")
    clerk.see(start)
    supervisor.see(start, "first visit")
    away(supervisor)
    team(scene, supervisor)
    clerk.see(clerk.at("/desk/shortcuts"))
    clerk.send(clerk.at("/desk/shortcuts"), "wrong", {"key.start": "q"})
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


def together(clerk: Somebody, supervisor: Somebody, one: str, other: str) -> None:
    """Two cases that are perhaps one; a task for Clara, and her name in a note."""
    case = clerk.at(f"/desk/cases/{one}")
    clerk.see(f"{case}/tasks", "empty")
    clerk.send(f"{case}/tasks", "wrong")
    there = supervisor.at(f"/desk/cases/{one}")
    who = re.findall(r'<option value="([^"]+)"[^>]*>Clara', supervisor.http.get(f"{there}/tasks").text)[0]
    supervisor.http.submit(
        f"{there}/tasks", {"what": "Ring the register", "who": who, **day("until", date(2026, 3, 15))}
    )
    supervisor.http.submit(there, {"note": "@Clara, look at this."}, to=f"{there}/notes")
    clerk.see(f"{case}/tasks")
    clerk.http.submit(f"{case}/related", {"other": other})
    clerk.send(f"{case}/related", "wrong", {"other": one})
    clerk.see(f"{case}/related")


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


def away(supervisor: Somebody) -> None:
    """The supervisor records that Clara is away, and stands in for her."""
    absences = supervisor.at("/desk/absences")
    supervisor.see(absences, "empty")
    supervisor.send(absences, "wrong", {"first.day": "", "last.day": ""})
    found = dict(re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)', supervisor.http.get(absences).text))
    who, stand_in = (next(id for id, name in found.items() if name.startswith(each)) for each in ("Clara", "Samir"))
    days = {**day("first", today()), **day("last", today() + timedelta(days=7))}
    supervisor.http.submit(absences, {"who": who, "stand_in": stand_in, **days})
    supervisor.see(absences)


def team(scene: Scene, supervisor: Somebody) -> None:
    """What lies where; a decision by rule is drawn and found to be wrong."""
    loads = supervisor.at("/desk/team")
    supervisor.see(loads, "empty")
    apply(scene.somebody().http, "building-permit", BATHROOM, scene.locale)
    supervisor.http.submit(loads, to=f"{loads}/samples")
    sample = re.findall(rf'href="({loads}/samples/[^"]+)"', supervisor.http.get(loads).text)[0]
    supervisor.see(sample)
    supervisor.send(sample, "wrong", {"verdict": "wrong"})
    supervisor.http.submit(sample, {"verdict": "wrong", "note": "Another house."})
    supervisor.see(sample, "looked at")
    supervisor.see(loads)


def news(scene: Scene, clerk: Somebody) -> None:
    """Somebody applies while the list stands; coming back to the window asks."""
    clerk.open(clerk.at("/desk/cases?tab=nobody"))
    apply(scene.somebody().http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    clerk.person.line.run("window.dispatchEvent(new Event('focus'))")
    told = "return document.querySelector('#queue-news a') !== null"
    clerk.person.wait(lambda: clerk.person.line.run(told), "nothing is said of what is new")
    clerk.person.wait(clerk.person.said, "what is new is not said aloud")
    clerk.look_here("something new")
