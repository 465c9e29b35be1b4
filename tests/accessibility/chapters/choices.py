"""What a person decides herself: a place at school that was offered."""

from tests import applying
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.cases.test_choices import OFFER, SCHOOL


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


def enrol(person: Somebody, locale: str) -> str:
    place = applying.fill_until(person.http, applying.begin(person.http, "school-enrolment", locale), SCHOOL, "schools")
    row = str(person.http.get(place).headers["location"])
    place = person.http.submit(row, {"school": "faro"})
    return applying.send(person.http, applying.fill(person.http, place, SCHOOL))
