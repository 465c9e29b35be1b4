"""Every question of three forms, the mistakes that can be made in them, and what comes after."""

import re
from pathlib import Path

from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, BUILDING_PERMIT, LARGE_ITEMS, Answers, question, steps
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody

HERE = Path(__file__)
# Each kind of question once: what is wrong with its answer.
MISTAKES = {
    "birth-certificate": {
        "for_whom": {},
        "applicant": {"applicant.name": "", "applicant.born.day": "31", "applicant.born.month": "2"},
        "parents": {"parents": "x" * 201},
        "languages": {},
        "truth": {},
    },
    "building-permit": {
        "site": {"site.street": "", "site.postcode": "1"},
        "area": {"area": "much"},
        "start": {"start.day": "1", "start.month": "1", "start.year": "2001"},
        "drawings": {},
        "remark": {"remark": "x" * 1001},
    },
    "large-items": {
        "items row": {"count": "0"},
        "day": {},
        "email": {"email": "nobody"},
        "phone": {"phone": "1"},
    },
}


def birth_certificate(scene: Scene) -> None:
    person = scene.somebody()
    review = fill(person, "birth-certificate", BIRTH_CERTIFICATE)
    person.send(person.at("/services/birth-certificate"), "begun before")
    person.see(review.replace("/review", "/saved"))
    case = person.at(f"/cases/{applying.send(person.http, review)}")
    person.see(f"{case}/receipt", of="birth-certificate")
    person.see(case, of="birth-certificate")
    person.see(f"{case}/filed", of="birth-certificate")
    person.see(f"{case}/withdrawal")
    code = re.search(r"[?&]code=([0-9A-Za-z-]+)", person.http.get(f"{case}/receipt").text)
    assert code, "the receipt holds no code"
    person.send(person.at("/check"), "ours", {"code": code[1]})
    person.send(f"{case}/withdrawal", "withdrawn")


def building_permit(scene: Scene) -> None:
    person = scene.somebody()
    review = fill(person, "building-permit", BUILDING_PERMIT)
    reference = applying.send(person.http, review)
    person.see(person.at(f"/cases/{reference}/receipt"), of="building-permit")
    rows_again(scene, person, reference)


def large_items(scene: Scene) -> None:
    guest = scene.guest()
    review = fill(guest, "large-items", LARGE_ITEMS)
    guest.see(review.replace("/review", "/saved"), "guest")
    guest.see(guest.at(f"/cases/{applying.send(guest.http, review)}/receipt"), "guest", "large-items")


def fill(person: Somebody, slug: str, answers: Answers) -> str:
    """Each question as it comes, and with a mistake in it; the address of the last page."""
    mistakes = dict(MISTAKES[slug])
    begun = applying.begin(person.http, slug, person.person.locale)
    for place in steps(person.http, begun, answers):
        asked = question(place)
        person.see(place, "plain", f"{slug} {asked}")
        if asked in mistakes:
            person.send(place, "wrong", mistakes.pop(asked), f"{slug} {asked}")
    assert not mistakes, f"{slug} never asked {list(mistakes)}"
    return place


def rows_again(scene: Scene, person: Somebody, reference: str) -> None:
    """A clerk asks for the contacts and the drawings again; the person writes rows, leaves, and sends."""
    clerk = scene.staff("clara")
    asked = {"fields": ["contacts", "drawings"], "reason": "wrong"}
    clerk.http.submit(clerk.at(f"/desk/cases/{reference}/request"), asked)
    answers = person.at(f"/cases/{reference}/answers")
    person.see(answers, "rows")
    person.send(answers, "rows missing, a file of another kind", file=("drawings", HERE))
    row = person.http.submit(answers, {"contacts.add": "yes"})
    person.see(row)
    person.send(row, "wrong")
    person.http.submit(row, {"name": "Pilar Gómez", "phone": "600 000 040"})
    person.see(answers, "a row written")
