"""What a person was asked is answered for her from paper."""

from tests.accessibility.answers import BUILDING_PERMIT, apply
from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    clerk, person = scene.staff("clara"), scene.somebody()
    reference = apply(person.http, "building-permit", BUILDING_PERMIT, scene.locale)
    case = clerk.at(f"/desk/cases/{reference}")
    clerk.http.submit(f"{case}/request", {"fields": ["contacts", "drawings", "start"], "reason": "missing"})
    clerk.see(f"{case}/answers")
    clerk.send(f"{case}/answers", "wrong", {"start.month": "13", "came.day": "40"})
    clerk.see(f"{case}/answers/contacts/new")
    clerk.send(f"{case}/answers/contacts/new", "wrong")
