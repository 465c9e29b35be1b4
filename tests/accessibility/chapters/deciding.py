"""What the law grants around a decision: more time, with its reasons."""

import re
from datetime import date, timedelta

from app.cases.clock import LegalCalendar
from tests.accessibility.answers import BUILDING_PERMIT, apply
from tests.accessibility.scene import Scene
from tests.cases.profiles import SPAIN

DAYS = LegalCalendar.of(SPAIN)


def look(scene: Scene) -> None:
    clerk, person = scene.staff("clara"), scene.somebody()
    reference = apply(person.http, "building-permit", BUILDING_PERMIT, scene.locale)
    more_time(scene, reference)
    clerk.see(clerk.at(f"/desk/cases/{reference}?said=extended"), "more time")
    person.see(person.at(f"/cases/{reference}"), "more time")
    taken_back(scene, reference)
    outage(scene)


def more_time(scene: Scene, reference: str) -> None:
    clerk = scene.staff("clara")
    page = clerk.at(f"/desk/cases/{reference}/extension")
    clerk.see(page)
    clerk.send(page, "wrong", {"until.day": "31", "until.month": "2", "until.year": "2030"})
    due = date.fromisoformat(re.findall(r'datetime="(\d{4}-\d\d-\d\d)"', clerk.http.get(page).text)[-1])
    until = DAYS.working_from(due + timedelta(days=7))
    day = {"until.day": str(until.day), "until.month": str(until.month), "until.year": str(until.year)}
    clerk.http.submit(page, {"reasons": "many_papers", "text": "Dos planos no coinciden.", **day})


def taken_back(scene: Scene, reference: str) -> None:
    """A message and a decision that the person was not told of yet."""
    clerk = scene.staff("clara")
    case = clerk.at(f"/desk/cases/{reference}")
    clerk.http.submit(case, {"text": "Traiga el plano."}, to=f"{case}/messages")
    clerk.http.submit(f"{case}/steps/grant", {"reasons": "drawings_in_order"})
    clerk.see(f"{case}/recall")
    message = re.findall(r'href="([^"]+/messages/[^"]+/recall)"', clerk.http.get(case).text)[0]
    clerk.see(message)
    for page in (message, f"{case}/recall"):
        clerk.http.submit(page)
    clerk.see(f"{case}?said=recalled", "recalled")


def outage(scene: Scene) -> None:
    """The portal did not work: written down while it lasts, ended, corrected, and what everybody can read of it."""
    chief, guest = scene.staff("samir"), scene.guest()
    page, public = chief.at("/desk/outages"), guest.at("/outages")
    guest.see(public, "none")
    chief.see(page, "none")
    yesterday = date.today() - timedelta(days=1)
    began = moment("since", yesterday, "09:30")
    chief.send(page, "wrong", {**began, "since_time": "half past nine"})
    chief.http.submit(page, began)
    one = re.findall(r'href="([^"]+/desk/outages/[^"]+)"', chief.http.get(page).text)[0]
    chief.see(one, "running")
    chief.http.submit(one, moment("until", yesterday, "14:00"))
    chief.see(one)
    chief.http.submit(one, {**began, **moment("until", yesterday, "13:00")})
    chief.see(f"{page}?said=outage")
    guest.see(public)


def moment(name: str, on: date, at: str) -> dict[str, str]:
    return {
        f"{name}.day": str(on.day),
        f"{name}.month": str(on.month),
        f"{name}.year": str(on.year),
        f"{name}_time": at,
    }
