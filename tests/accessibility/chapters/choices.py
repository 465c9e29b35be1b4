"""What a person decides herself: a place at school that was offered, and whether she moves with who named her."""

import re

from app.kit.settling import settle
from app.wiring import jobs
from tests import applying
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.cases.test_choices import OFFER, SCHOOL, spoken
from tests.cases.test_confirmations import BORIS, LEO, STRANGER
from tests.desk.test_moving_home import MOVE


def look(scene: Scene) -> None:
    person, office = scene.somebody(), scene.staff("hugo")
    reference = enrol(person, scene.locale)
    office.http.submit(office.at(f"/desk/cases/{reference}/steps/offer"), OFFER)
    person.see(person.at(f"/cases/{reference}"), "to choose")
    accept = person.at(f"/cases/{reference}/choices/accept")
    person.see(accept)
    person.send(accept, "wrong", {"text": "x" * 2001})
    person.open(accept)
    person.send_here("chosen", {"text": ""})
    office.see(office.at(f"/desk/cases/{reference}"), "chosen by the person")
    on_the_phone(scene, person, office)
    household(scene)


def on_the_phone(scene: Scene, person: Somebody, office: Somebody) -> None:
    """Another place, which the person leaves on the phone."""
    reference = enrol(person, scene.locale)
    desk = office.at(f"/desk/cases/{reference}")
    office.http.submit(f"{desk}/steps/offer", OFFER)
    office.see(desk, "to choose")
    decline = f"{desk}/choices/decline"
    office.see(decline)
    office.send(decline, "wrong", {"channel": "phone", "known": "document"})
    office.http.submit(decline, spoken(office.http, decline))
    office.see(decline, "too late")
    office.see(f"{desk}?said=chosen_for", "chosen on the phone")
    person.see(person.at(f"/cases/{reference}"), "chosen on the phone")


def household(scene: Scene) -> None:
    """Somebody is named who lives with her, and says yes; what a clerk may write down for him."""
    mover, other, clerk = scene.staff("amina"), scene.staff("boris"), scene.staff("clara")
    reference = move(mover, scene.locale)
    settle(scene.site.town, jobs.install())
    mover.see(mover.at(f"/cases/{reference}"), "others are named")
    other.see(other.at("/me"), "asked")
    question = re.search(r"/me/confirmations/[0-9a-f-]{36}", other.http.get(other.at("/me")).text)
    desk = clerk.at(f"/desk/cases/{reference}")
    clerk.see(desk, "others are named")
    below = re.search(r"/confirmations/[0-9a-f-]{36}", clerk.http.get(desk).text)
    assert question and below
    clerk.see(f"{desk}{below[0]}")
    clerk.send(f"{desk}{below[0]}", "wrong", {"says": "yes"})
    other.see(other.at(question[0]))
    other.send(other.at(question[0]), "said yes", {"says": "yes"})


def move(one: Somebody, locale: str) -> str:
    wanted = {**MOVE, "who": {"who": "household"}}
    place = applying.fill_until(one.http, applying.begin(one.http, "change-of-address", locale), wanted, "others")
    row = str(one.http.get(place).headers["location"])
    for name, day, month, year in (BORIS, LEO, STRANGER):
        born = {"born.day": day, "born.month": month, "born.year": year}
        place = one.http.submit(row, {"name": name, **born})
        row = f"{place.partition('?')[0]}/new"
    return applying.send(one.http, applying.fill(one.http, place, wanted))


def enrol(person: Somebody, locale: str) -> str:
    place = applying.fill_until(person.http, applying.begin(person.http, "school-enrolment", locale), SCHOOL, "schools")
    row = str(person.http.get(place).headers["location"])
    place = person.http.submit(row, {"school": "faro"})
    return applying.send(person.http, applying.fill(person.http, place, SCHOOL))
